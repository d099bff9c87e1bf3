// npm smpp as an SMS centre that keeps a record and sends receipts.
// Usage: node centre.cjs PORT RECORD RECEIPT-AFTER-MS RECEIPTS-AT-ONCE ANSWER-AFTER-MS. Prints its port, then {submits, receipts, waiting, cpu} for each line it is sent.
//
// A submit stands in the record before it is answered, and what it answers is what it recorded: the record outlives kill -9, and a centre that is started again on it goes on with
// the receipts that are due. Lines, with the time in nanoseconds of the machine's monotonic clock:
//   S id destination time    taken
//   A id time                its answer was handed to the socket
//   R id status time         its receipt was answered
'use strict';
const fs = require('fs');
const smpp = require('smpp');

const [port, file, after, atOnce, answerAfter] = process.argv.slice(2);
const RETRY = 1000;
const due = []; // receipts in the order in which they are due: {id, to, at}
const sessions = [];
const monotonic = () => process.hrtime.bigint();

// What an earlier process took and gave no receipt for.
let count = 0;
let receipts = 0;
const waiting = new Map();
if (fs.existsSync(file)) {
  for (const line of fs.readFileSync(file, 'latin1').split('\n')) {
    const [kind, id, to] = line.split(' ');
    if (kind === 'S') {
      count++;
      waiting.set(id, to);
    } else if (kind === 'R' && to === '0') {
      receipts++;
      waiting.delete(id);
    }
  }
  for (const [id, to] of waiting) due.push({ id, to, at: 0 });
}
const record = fs.openSync(file, 'a');

let lines = [];
let answers = [];
let isFlushing = false;
const write = () => {
  if (lines.length > 0) fs.writeSync(record, lines.join('\n') + '\n', null, 'latin1');
  lines = [];
};
const answer = (answering) => {
  const time = monotonic();
  for (const { id } of answering) lines.push(`A ${id} ${time}`);
  write();
  const corked = new Set(answering.map((one) => one.session.socket));
  for (const socket of corked) socket.cork();
  for (const { session, pdu, id } of answering) session.send(pdu.response({ message_id: id }));
  for (const socket of corked) socket.uncork();
};
const flush = () => {
  isFlushing = false;
  const answering = answers;
  answers = [];
  if (Number(answerAfter) === 0) return answer(answering);
  write();
  if (answering.length > 0) setTimeout(() => answer(answering), Number(answerAfter));
};
const note = (line) => {
  if (!isFlushing) setImmediate(flush);
  isFlushing = true;
  lines.push(line);
};

const two = (number) => String(number).padStart(2, '0');
const stamp = (date) =>
  String(date.getUTCFullYear() % 100) +
  [date.getUTCMonth() + 1, date.getUTCDate(), date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join('');

const give = (session, receipt) => {
  session.given.set(receipt.id, receipt);
  const now = stamp(new Date());
  session.deliver_sm(
    {
      esm_class: 4,
      source_addr_ton: 1,
      source_addr_npi: 1,
      source_addr: receipt.to,
      destination_addr: 'Burgernet',
      short_message: `id:${receipt.id} sub:001 dlvrd:001 submit date:${receipt.taken || now} done date:${now} stat:DELIVRD err:000 text:`,
      receipted_message_id: receipt.id,
      message_state: 2,
    },
    (answer) => {
      session.given.delete(receipt.id);
      note(`R ${receipt.id} ${answer.command_status} ${monotonic()}`);
      if (answer.command_status === 0) receipts++;
      else due.push({ ...receipt, at: Date.now() + RETRY });
    },
  );
};
let next = 0; // the first in due that was not given
const giveAll = () => {
  const bound = sessions.filter((session) => session.takesReceipts && session.socket.writable);
  const now = Date.now();
  for (const session of bound) session.socket.cork();
  for (let turn = 0; next < due.length && due[next].at <= now; turn++) {
    const session = bound[turn % bound.length];
    if (!session || bound.every((one) => one.given.size >= Number(atOnce))) break;
    if (session.given.size < Number(atOnce)) give(session, due[next++]);
  }
  for (const session of bound) session.socket.uncork();
  if (next > 10000) due.splice(0, next), (next = 0);
};
setInterval(giveAll, 10);

const serve = (session) => {
  session.given = new Map();
  sessions.push(session);
  session.on('error', () => {});
  session.on('close', () => {
    sessions.splice(sessions.indexOf(session), 1);
    for (const receipt of session.given.values()) due.push({ ...receipt, at: Date.now() + RETRY });
    session.given.clear();
  });
  const bind = (takesReceipts) => (pdu) => {
    session.send(pdu.response({ system_id: 'node' }));
    session.takesReceipts = takesReceipts;
  };
  session.on('bind_transceiver', bind(true));
  session.on('bind_receiver', bind(true));
  session.on('bind_transmitter', bind(false));
  session.on('enquire_link', (pdu) => session.send(pdu.response()));
  session.on('unbind', (pdu) => {
    session.send(pdu.response());
    session.close();
  });
  session.on('submit_sm', (pdu) => {
    const id = String(++count);
    const now = Date.now();
    note(`S ${id} ${pdu.destination_addr} ${monotonic()}`);
    answers.push({ session, pdu, id });
    due.push({ id, to: pdu.destination_addr, at: now + Number(after), taken: stamp(new Date(now)) });
  });
};
const server = smpp.createServer(serve);
server.listen(Number(port), '127.0.0.1', () => console.log(server.address().port));
process.stdin.on('data', () => {
  const used = process.cpuUsage();
  console.log(JSON.stringify({ submits: count, receipts, waiting: due.length - next, cpu: used.user + used.system }));
});
process.stdin.on('end', () => process.exit(0));
