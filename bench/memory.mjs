/** Loaded before a measured Node program: tells its largest resident set when it ends. */
import {isMainThread} from 'node:worker_threads'

if (isMainThread) process.on('exit', () => process.stderr.write(`\nbanben-bench-memory ${process.resourceUsage().maxRSS}\n`))
