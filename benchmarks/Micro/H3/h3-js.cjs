// Measures h3-js: node h3-js.cjs <package folder> <input file>; writes one JSON object to standard output.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const [folder, inputFile] = process.argv.slice(2);
const h3 = require(path.join(folder, "node_modules", "h3-js"));
const input = JSON.parse(fs.readFileSync(inputFile, "utf8"));
const { resolution, points, cells, province, netherlands } = input;

let sink = 0;
const fill = (parts, flag) => {
  for (const part of parts) {
    sink += h3.polygonToCellsExperimental(part, resolution, flag, true).length;
  }
};
const disks = (k) => {
  for (const cell of cells) {
    sink += h3.gridDisk(cell, k).length;
  }
};
const center = h3.POLYGON_TO_CELLS_FLAGS.containmentCenter;
const overlapping = h3.POLYGON_TO_CELLS_FLAGS.containmentOverlapping;
const work = {
  LatLngToCell: [points.length, () => points.forEach((p) => (sink += h3.latLngToCell(p[0], p[1], resolution).length))],
  CellToLatLng: [cells.length, () => cells.forEach((c) => (sink += h3.cellToLatLng(c)[0]))],
  GridDisk1: [cells.length, () => disks(1)],
  GridDisk5: [cells.length, () => disks(5)],
  GridDisk20: [cells.length, () => disks(20)],
  ProvinceCenter: [1, () => fill(province, center)],
  ProvinceOverlapping: [1, () => fill(province, overlapping)],
  NetherlandsCenter: [1, () => fill(netherlands, center)],
  NetherlandsOverlapping: [1, () => fill(netherlands, overlapping)],
};

const result = {};
for (const [name, [operations, run]] of Object.entries(work)) {
  const times = [];
  const end = process.hrtime.bigint() + 1_500_000_000n;
  for (let n = 0; n < 3; n++) {
    run();
  }
  while (times.length < 5 || (times.length < 200 && process.hrtime.bigint() < end)) {
    const start = process.hrtime.bigint();
    run();
    times.push(Number(process.hrtime.bigint() - start) / operations);
  }
  times.sort((a, b) => a - b);
  result[name] = { fastest: times[0], median: times[times.length >> 1] };
}

const version = JSON.parse(fs.readFileSync(path.join(folder, "node_modules", "h3-js", "package.json"), "utf8")).version;
process.stdout.write(JSON.stringify({ version: `h3-js ${version} on node ${process.version}`, times: result }));
process.exitCode = sink > 0 ? 0 : 1;
