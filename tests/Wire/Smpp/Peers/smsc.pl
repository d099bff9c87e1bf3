#!/usr/bin/perl
# An SMSC (Debian's libnet-smpp-perl). Takes one session: answers submit_sm, sends a receipt where one is asked for. Tells what happens as JSON lines.
# Usage: perl smsc.pl
use strict;
use warnings;
use IO::Handle;
use Net::SMPP;

STDOUT->autoflush(1);
my $listener = Net::SMPP->new_listen('127.0.0.1', port => 0, smpp_version => 0x34, system_id => 'net-smpp') or die "cannot listen: $!";
print '{"event":"listening","port":', $listener->sockport, "}\n";
my $session = $listener->accept or die "nobody came: $!";
my $count = 0;
while (my $pdu = $session->read_pdu) {
  my $cmd = $pdu->{cmd};
  if ($cmd == Net::SMPP::CMD_bind_transceiver) {
    $session->set_version(0x34);
    $session->bind_transceiver_resp(system_id => 'net-smpp', seq => $pdu->{seq});
    print '{"event":"bind","system":"', $pdu->{system_id}, "\"}\n";
  } elsif ($cmd == Net::SMPP::CMD_submit_sm) {
    my $id = 'p' . ++$count;
    print '{"event":"submit","id":"', $id, '","to":"', $pdu->{destination_addr}, '","from":"', $pdu->{source_addr}, '","validity":"', $pdu->{validity_period},
      '","coding":', $pdu->{data_coding}, ',"class":', $pdu->{esm_class}, ',"hex":"', unpack('H*', $pdu->{short_message}), "\"}\n";
    $session->submit_sm_resp(message_id => $id, seq => $pdu->{seq});
    $session->deliver_sm(
      async => 1,
      esm_class => 4,
      source_addr => $pdu->{destination_addr},
      destination_addr => $pdu->{source_addr},
      short_message => "id:$id sub:001 dlvrd:001 submit date:2611260203 done date:2611260204 stat:DELIVRD err:000 text:",
      message_state => pack('C', 2),
      receipted_message_id => "$id\0",
    ) if $pdu->{registered_delivery};
  } elsif ($cmd == Net::SMPP::CMD_deliver_sm_resp) {
    print '{"event":"receipt","status":', $pdu->{status}, "}\n";
  } elsif ($cmd == Net::SMPP::CMD_enquire_link) {
    $session->enquire_link_resp(seq => $pdu->{seq});
    print '{"event":"enquire"}', "\n";
  } elsif ($cmd == Net::SMPP::CMD_unbind) {
    $session->unbind_resp(seq => $pdu->{seq});
    print '{"event":"unbind"}', "\n";
    last;
  }
}
