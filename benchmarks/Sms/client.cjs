// npm smpp as ESME that keeps a window full, over one session to each port in equal parts. Usage: node client.cjs PORT[,PORT…] WINDOW WARM SECONDS; prints submits, seconds and processor time in microseconds.
'use strict';
const smpp = require('smpp');

const ports = process.argv[2].split(',');
const [window, warm, seconds] = process.argv.slice(3).map(Number);
let done = 0;
let failed = 0;
let isOver = false;
const submit = (session) =>
  session.submit_sm(
    {
      source_addr_ton: 5,
      source_addr: 'Burgernet',
      dest_addr_ton: 1,
      dest_addr_npi: 1,
      destination_addr: '31991005678',
      registered_delivery: 1,
      short_message: 'Burgernet: kind vermist, meisje van 8 jaar, rode jas, blauwe tas. Iets gezien? Bel 144.',
    },
    (answer) => {
      if (answer.command_status !== 0) failed++;
      done++;
      if (!isOver) submit(session);
    },
  );
let bound = 0;
const measure = () =>
  setTimeout(() => {
    const [before, used, began] = [done, process.cpuUsage(), process.hrtime.bigint()];
    setTimeout(() => {
      const elapsed = Number(process.hrtime.bigint() - began) / 1e9;
      const cpu = process.cpuUsage(used);
      isOver = true;
      console.log(JSON.stringify({ submits: done - before, failed, seconds: elapsed, cpu: cpu.user + cpu.system }));
      process.exit(0);
    }, seconds * 1000);
  }, warm * 1000);
for (const port of ports) {
  const session = smpp.connect({ url: `smpp://127.0.0.1:${port}` });
  session.on('error', (error) => {
    console.error(error.message);
    process.exit(1);
  });
  session.on('connect', () =>
    session.bind_transceiver({ system_id: 'burgernet', password: 'secret' }, () => {
      for (let i = 0; i < window / ports.length; i++) submit(session);
      if (++bound === ports.length) measure();
    }),
  );
}
