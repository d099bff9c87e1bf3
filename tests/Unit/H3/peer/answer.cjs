// Answers with h3-js what the tests ask: node answer.cjs <package folder> <input file>.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const [folder, file] = process.argv.slice(2);
const h3 = require(path.join(folder, "node_modules", "h3-js"));
const input = JSON.parse(fs.readFileSync(file, "utf8"));
const flags = h3.POLYGON_TO_CELLS_FLAGS;
const resolutions = Array.from({ length: 16 }, (_, n) => n);

const distance = ([a, b]) => {
  try {
    return h3.gridDistance(a, b);
  } catch {
    return null;
  }
};

process.stdout.write(
  JSON.stringify({
    points: input.points.map(([lat, lng]) => resolutions.map((r) => h3.latLngToCell(lat, lng, r))),
    cells: input.cells.map((c) => ({
      boundary: h3.cellToBoundary(c),
      centre: h3.cellToLatLng(c),
      area: h3.cellArea(c, h3.UNITS.m2),
      faces: h3.getIcosahedronFaces(c),
      disk: h3.gridDisk(c, 4),
    })),
    pairs: input.pairs.map(distance),
    polygons: input.polygons.map((p) =>
      [flags.containmentCenter, flags.containmentFull, flags.containmentOverlapping].map((flag) =>
        h3.polygonToCellsExperimental(p.rings, p.resolution, flag, true),
      ),
    ),
    sets: input.sets.map((set) => ({
      compacted: h3.compactCells(set),
      polygons: h3.cellsToMultiPolygon(set).map((p) => p.map((r) => r.length)),
    })),
  }),
);
