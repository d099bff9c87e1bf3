// Reads a live view with npm's eventsource, which reconnects by itself as a browser does. Tells each event as a JSON line.
// Usage: node watch.cjs URL
'use strict';
const { EventSource } = require('eventsource');

const say = (event) => process.stdout.write(JSON.stringify(event) + '\n');
const view = new EventSource(process.argv[2]);
view.onopen = () => say({ event: 'open' });
view.onerror = (error) => say({ event: view.readyState === EventSource.CLOSED ? 'closed' : 'reconnecting', code: error.code ?? null });
for (const type of ['entry', 'progress', 'end']) {
  view.addEventListener(type, (event) => say({ event: type, id: event.lastEventId, data: event.data }));
}
