// npm smpp as SMSC, nothing in it but answers. Usage: node smsc.cjs [together]; with it, the answers to what came in one read leave in one write. Prints its port, then its processor time in microseconds for each line it is sent.
'use strict';
const smpp = require('smpp');

const isTogether = process.argv[2] === 'together';
let count = 0;
const server = smpp.createServer((session) => {
  session.on('error', () => {});
  session.on('bind_transceiver', (pdu) => session.send(pdu.response({ system_id: 'node' })));
  session.on('enquire_link', (pdu) => session.send(pdu.response()));
  session.on('unbind', (pdu) => {
    session.send(pdu.response());
    session.close();
  });
  let isCorked = false;
  const cork = () => {
    isCorked = true;
    session.socket.cork();
    process.nextTick(() => {
      isCorked = false;
      session.socket.uncork();
    });
  };
  session.on('submit_sm', (pdu) => {
    if (isTogether && !isCorked) cork();
    session.send(pdu.response({ message_id: String(++count) }));
  });
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
process.stdin.on('data', () => {
  const used = process.cpuUsage();
  console.log(used.user + used.system);
});
process.stdin.on('end', () => process.exit(0));
