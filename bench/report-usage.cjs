// Loaded into a measured process by NODE_OPTIONS: at its end, what it used is written to the file that the variable names.
const { appendFileSync } = require('node:fs');

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  appendFileSync(process.env.CLAWDIAL_BENCH_USAGE, `${JSON.stringify({ cpuMs: (userCPUTime + systemCPUTime) / 1000, peakKilobytes: maxRSS })}\n`);
});
