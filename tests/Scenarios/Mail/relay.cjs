// A mail relay (npm smtp-server). What it says to a recipient stands in the address: nobody@, later@, later-once@, full@, hang@, drop@,
// data-later@ and data-hang@ once the mail was sent, wait@ until a line comes over standard input. A silent relay takes every mail and never says so.
// Usage: node relay.cjs PORT [PEM FILE] [USER:PASSWORD] [silent]. Tells what happens as JSON lines.
'use strict';
const fs = require('fs');
const { SMTPServer } = require('smtp-server');

const [port, pem, login, mode] = process.argv.slice(2);
const say = (event) => process.stdout.write(JSON.stringify(event) + '\n');
const refuse = (code, words) => Object.assign(new Error(words), { responseCode: code });
const seen = new Set();
const local = (address) => address.address.split('@')[0];

const server = new SMTPServer({
  ...(pem ? { key: fs.readFileSync(pem), cert: fs.readFileSync(pem) } : { hideSTARTTLS: true }),
  authOptional: !login,
  closeTimeout: 100,
  onAuth(auth, session, done) {
    const right = `${auth.username}:${auth.password}` === login;
    done(right ? null : refuse(535, 'no'), { user: auth.username });
  },
  onRcptTo(address, session, done) {
    const name = local(address);
    if (name === 'hang') return;
    if (name === 'wait') {
      process.stdin.once('data', () => done());
      return say({ event: 'waiting' });
    }
    if (name === 'nobody') return done(refuse(550, `5.1.1 ${address.address} is nobody here`));
    if (name === 'later' || (name === 'later-once' && !seen.has(name))) {
      seen.add(name);
      return done(refuse(450, `4.2.1 ${address.address} later`));
    }
    done();
  },
  onData(stream, session, done) {
    const chunks = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    stream.on('end', () => {
      const to = session.envelope.rcptTo.map((address) => address.address);
      const name = to[0].split('@')[0];
      if (name === 'data-later') return done(refuse(451, '4.3.0 later'));
      if (name === 'full') return done(refuse(552, '5.2.2 full'));
      say({ event: 'mail', from: session.envelope.mailFrom.address, to, secure: session.secure, user: session.user || null, raw: Buffer.concat(chunks).toString() });
      if (name === 'drop') return process.exit(1);
      if (name === 'data-hang' || mode === 'silent') return;
      done();
    });
  },
});
server.on('error', (error) => say({ event: 'error', words: error.message }));
server.listen(Number(port), '127.0.0.1', () => say({ event: 'listening', port: server.server.address().port }));
