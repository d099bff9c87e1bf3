// An SMSC (npm smpp). What becomes of a message stands in its destination: …00 delivered, …01 undeliverable, …02 answers, …58 throttled the first time, …14 queue full the
// first time, …99 unbinds, …98 cuts the connection, both without an answer.
// Usage: node smsc.cjs PORT [PEM FILE] [THROTTLE-EVERY]. Tells what happens as JSON lines.
'use strict';
const fs = require('fs');
const smpp = require('smpp');

const [port, pem, every] = process.argv.slice(2);
const say = (event) => process.stdout.write(JSON.stringify(event) + '\n');
const stamp = '2611260203';
const turnedAway = new Set();
let count = 0;

const serve = (session) => {
  session.on('error', (error) => say({ event: 'error', words: error.message }));
  const bind = (pdu) => {
    if (pdu.password !== 'secret') {
      say({ event: 'refused' });
      return session.send(pdu.response({ command_status: smpp.ESME_RINVPASWD }));
    }
    say({ event: 'bind', command: pdu.command, system: pdu.system_id, type: pdu.system_type, version: pdu.interface_version });
    session.send(pdu.response({ system_id: 'node-smpp' }));
  };
  session.on('bind_transceiver', bind);
  session.on('bind_transmitter', bind);
  session.on('bind_receiver', bind);
  session.on('enquire_link', (pdu) => session.send(pdu.response()));
  session.on('unbind', (pdu) => {
    say({ event: 'unbind' });
    session.send(pdu.response());
    session.close();
  });
  session.on('submit_sm', (pdu) => {
    const id = `n${++count}`;
    const to = pdu.destination_addr;
    if (every && count % Number(every) === 0) return session.send(pdu.response({ command_status: smpp.ESME_RTHROTTLED }));
    const temporary = to.endsWith('58') ? smpp.ESME_RTHROTTLED : to.endsWith('14') ? smpp.ESME_RMSGQFUL : 0;
    if (temporary && !turnedAway.has(to)) {
      turnedAway.add(to);
      say({ event: 'turned-away', to, status: temporary });
      return session.send(pdu.response({ command_status: temporary }));
    }
    const udh = pdu.short_message.udh;
    say({
      event: 'submit',
      id,
      from: pdu.source_addr,
      to,
      coding: pdu.data_coding,
      validity: pdu.validity_period,
      text: pdu.short_message.message.toString(),
      udh: udh ? Buffer.concat(udh.map((part) => Buffer.from(part))).toString('hex') : null,
      payload: pdu.message_payload ? pdu.message_payload.message.toString() : null,
      reference: pdu.sar_msg_ref_num,
    });
    if (to.endsWith('99')) return session.unbind();
    if (to.endsWith('98')) return session.destroy();
    session.send(pdu.response({ message_id: id }));
    if (!pdu.registered_delivery) return;
    const state = to.endsWith('01') ? 'UNDELIV' : 'DELIVRD';
    session.deliver_sm({
      esm_class: 4,
      source_addr: to,
      destination_addr: pdu.source_addr,
      short_message: `id:${id} sub:001 dlvrd:001 submit date:${stamp} done date:${stamp} stat:${state} err:000 text:`,
      receipted_message_id: id,
      message_state: state === 'DELIVRD' ? 2 : 5,
    }, (answer) => say({ event: 'receipt', id, status: answer.command_status }));
    if (to.endsWith('02')) {
      session.deliver_sm({ source_addr: to, destination_addr: '1440', short_message: 'STOP' });
      session.deliver_sm({ source_addr: to, destination_addr: '1440', short_message: 'Ik zie haar: €5 🚨' });
    }
  });
};
const tls = pem ? { key: fs.readFileSync(pem), cert: fs.readFileSync(pem) } : null;
const server = tls ? smpp.createServer(tls, serve) : smpp.createServer(serve);
server.on('error', (error) => say({ event: 'error', words: error.message }));
server.listen(Number(port), '127.0.0.1', () => say({ event: 'listening', port: server.address().port }));
