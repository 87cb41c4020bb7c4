// Loaded before everything else (NODE_OPTIONS) where pictures are made: the clock of every process begins on the same morning of the
// office and goes on from there, so that pictures made today and next year show the same dates.
const start = Date.parse('2026-11-30T17:00:00Z');
const offset = start - Number(process.env.PLUMBLINE_PICTURES_BEGAN ?? Date.now());
const RealDate = Date;
globalThis.Date = class FixedDate extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) super(RealDate.now() + offset);
    else super(...parts);
  }
  static now() {
    return RealDate.now() + offset;
  }
};
