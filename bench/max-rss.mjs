// Loaded with --import where /usr/bin/time is missing: leaves the peak memory of the process in the file named.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  if (process.env.BENCH_RSS) writeFileSync(process.env.BENCH_RSS, String(process.resourceUsage().maxRSS));
});
