// npm smpp as SMSC, nothing in it but answers. Usage: node smsc.cjs; prints its port, then its processor time in microseconds for each line it is sent.
'use strict';
const smpp = require('smpp');

let count = 0;
const server = smpp.createServer((session) => {
  session.on('error', () => {});
  session.on('bind_transceiver', (pdu) => session.send(pdu.response({ system_id: 'node' })));
  session.on('enquire_link', (pdu) => session.send(pdu.response()));
  session.on('unbind', (pdu) => {
    session.send(pdu.response());
    session.close();
  });
  session.on('submit_sm', (pdu) => session.send(pdu.response({ message_id: String(++count) })));
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
process.stdin.on('data', () => {
  const used = process.cpuUsage();
  console.log(used.user + used.system);
});
process.stdin.on('end', () => process.exit(0));
