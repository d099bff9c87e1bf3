// A control room's system that takes webhooks, on node:http and node:crypto alone. Checks each signature by itself, as Standard Webhooks says.
// Usage: node receiver.cjs PORT SECRET; PORT 0 takes a free one. Tells each request as a JSON line.
// How it answers comes by standard input, a word a line: ok, 500, 410, busy, redirect, hang, reset, garbage, big, slow-head.
'use strict';
const http = require('node:http');
const { createHmac, timingSafeEqual } = require('node:crypto');
const readline = require('node:readline');

const [port, secret] = process.argv.slice(2);
const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
const say = (event) => process.stdout.write(JSON.stringify(event) + '\n');
let mode = 'ok';
readline.createInterface({ input: process.stdin }).on('line', (line) => {
  mode = line.trim();
  say({ event: 'mode', mode });
});

const isSigned = (headers, body) => {
  const content = Buffer.concat([Buffer.from(`${headers['webhook-id']}.${headers['webhook-timestamp']}.`), body]);
  const expected = createHmac('sha256', key).update(content).digest();
  return (headers['webhook-signature'] ?? '').split(' ').some((part) => {
    const [version, signature] = part.split(',');
    const given = Buffer.from(signature ?? '', 'base64');
    return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected);
  });
};

const answer = {
  ok: (request, response) => response.writeHead(204).end(),
  500: (request, response) => response.writeHead(500).end('no'),
  410: (request, response) => response.writeHead(410).end(),
  busy: (request, response) => response.writeHead(503, { 'retry-after': '1' }).end(),
  redirect: (request, response) => response.writeHead(307, { location: '/elsewhere' }).end(),
  hang: () => {},
  'slow-head': (request) => request.socket.write('HTTP/1.1 200 OK\r\nX: '),
  reset: (request) => request.socket.resetAndDestroy(),
  garbage: (request) => request.socket.end('220 mail.example ESMTP\r\n'),
  big: (request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    const more = () => {
      while (response.write('x'.repeat(65536)));
    };
    response.on('drain', more);
    response.on('close', () => say({ event: 'cut' }));
    more();
  },
};

const server = http.createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks);
    say({
      event: 'request',
      mode,
      method: request.method,
      path: request.url,
      id: request.headers['webhook-id'],
      age: Math.abs(Date.now() / 1000 - Number(request.headers['webhook-timestamp'])),
      type: request.headers['content-type'],
      signed: isSigned(request.headers, body),
      body: body.toString(),
    });
    answer[mode](request, response);
  });
});
server.on('clientError', (error, socket) => socket.destroy());
server.on('error', (error) => say({ event: 'error', words: error.message }));
server.listen(Number(port), '127.0.0.1', () => say({ event: 'listening', port: server.address().port }));
