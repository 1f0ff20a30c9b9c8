/** Loaded before a measured Node program: tells its largest resident set and its processor time when it ends. */
import {isMainThread} from 'node:worker_threads'

if (isMainThread) {
  process.on('exit', () => {
    const {maxRSS, userCPUTime, systemCPUTime} = process.resourceUsage()
    process.stderr.write(`\nbanben-bench ${maxRSS} ${userCPUTime + systemCPUTime}\n`)
  })
}
