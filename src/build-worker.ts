/** A build as a thread: `supervise.ts` starts it, bounds it and ends it. */
import {parentPort, workerData} from 'node:worker_threads'
import type {BuildWatch} from './build.ts'
import {loadQuick} from './quick.ts'
import type {FromThread, Job, ToThread} from './thread-messages.ts'

const {buildBook, checkBook} = loadQuick<typeof import('./build.ts')>('build') ?? (await import('./build.ts'))
const {kind, options} = workerData as Job // set by supervise.ts
const stop = new AbortController()
const tell = (told: FromThread) => parentPort?.postMessage(told)

parentPort?.on('message', ({abort}: ToThread) => {
  if (abort) stop.abort()
})
const machine = {
  signal: stop.signal,
  progress: (step: string) => tell({step}),
  watch: {
    read: (read: Parameters<BuildWatch['read']>[0]) => tell({read}),
    composing: () => tell({composing: true}),
    composed: () => tell({composing: false}),
  },
}
tell({report: kind === 'build' ? await buildBook({...options, ...machine}) : await checkBook({...options, ...machine})})
