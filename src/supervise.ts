/** A build where it can be stopped: a small book in this process, a larger one in a thread with bounds on time and memory.
 *
 * Input below the bound was measured to end in seconds, whatever it says (`test/safety/small.test.ts`); a thread would cost a
 * small book as much again as its composing. */
import type {Worker} from 'node:worker_threads'
import type {BuildOptions, BuildReport} from './build.ts'
import {message} from './diagnostics/index.ts'
import {warmUp} from './editions/index.ts'
import {type InputSize, measureInput} from './manuscript/size.ts'
import type {FromThread, Job, ToThread} from './thread-messages.ts'

/** Bytes of texts and settings that are composed in this process. */
const small = 64 * 1024

/** MiB and seconds until the book's own limits are known: the defaults of `limits`. */
const first = {composeMemory: 2_048, composeSeconds: 60}

/** MiB for objects that may die soon. Trees live for the whole of a step: with Node's 48, 1.5 MB of text took 6 % more processor
 * time and 10 % longer. */
const young = 128

/** Seconds for reading: bytes are bounded, and no step of it is more than linear. */
const readSeconds = 60

export async function buildBounded(options: BuildOptions): Promise<BuildReport> {
  const size = await measureInput(options.input)
  if (fits(size)) {
    const warm = warmUp(options.formats, options) // before the program is loaded: a browser takes longer to start than a book to be read
    return (await import('./build.ts')).buildBook(options, warm)
  }
  return inThread({kind: 'build', options: plainOf(options)}, options, first)
}

export async function checkBounded(options: Omit<BuildOptions, 'formats' | 'out'>): Promise<BuildReport> {
  const size = await measureInput(options.input)
  if (fits(size)) return (await import('./build.ts')).checkBook(options)
  return inThread({kind: 'check', options: plainOf({...options, formats: [], out: ''})}, options, first)
}

/** A book that lifts limits, or includes its texts, could be slow however small it is. Threads are compiled programs: run from its sources, the
 * program has none. */
function fits({bytes, limits, includes}: InputSize): boolean {
  return (bytes <= small && !limits && !includes) || import.meta.url.endsWith('.ts')
}

function plainOf({signal: _, progress: __, watch: ___, ...plain}: BuildOptions): Job['options'] {
  return plain
}

type Machine = Pick<BuildOptions, 'signal' | 'progress' | 'input'>
type Limits = typeof first

/** @param limits Those of the book; a thread with others is started anew, since memory is bounded at its start. */
async function inThread(job: Job, machine: Machine, limits: Limits): Promise<BuildReport> {
  const {Worker} = await import('node:worker_threads') // not loaded for a small book
  const result = await runThread(Worker, job, machine, limits)
  return 'limits' in result ? inThread(job, machine, result.limits) : result.report
}

function runThread(Thread: typeof Worker, job: Job, {signal, progress}: Machine, limits: Limits): Promise<{report: BuildReport} | {limits: Limits}> {
  return new Promise((resolve, reject) => {
    const thread = new Thread(new URL('./build-worker.js', import.meta.url), {workerData: job, resourceLimits: {maxOldGenerationSizeMb: limits.composeMemory, maxYoungGenerationSizeMb: young, stackSizeMb: 4}})
    let place = {path: '.'}
    let book: Pick<BuildReport, 'name' | 'language'> = {name: '', language: 'en'}
    let timer: NodeJS.Timeout | undefined
    let seconds = limits.composeSeconds
    const abort = () => thread.postMessage({abort: true} satisfies ToThread)
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', abort)
      void thread.terminate()
    }
    const stopWith = (ruleId: 'time-exceeded' | 'memory-exceeded', allowed: number) => {
      end()
      resolve({report: {...book, messages: [message(ruleId, place, {allowed})], files: [], published: false}})
    }
    const bound = (seconds: number) => {
      clearTimeout(timer)
      timer = setTimeout(stopWith, seconds * 1000, 'time-exceeded', seconds)
    }
    bound(readSeconds)
    signal.addEventListener('abort', abort)
    if (signal.aborted) abort()
    thread.on('message', (told: FromThread) => {
      if ('read' in told) {
        const own = {composeMemory: told.read.limits.composeMemory, composeSeconds: told.read.limits.composeSeconds}
        place = told.read.place
        book = {name: told.read.name, language: told.read.language}
        seconds = own.composeSeconds
        clearTimeout(timer)
        if (own.composeMemory === limits.composeMemory) return
        end()
        resolve({limits: own})
      } else if ('composing' in told) {
        if (told.composing) bound(seconds)
        else clearTimeout(timer)
      }
      else if ('step' in told) progress?.(told.step)
      else {
        end()
        resolve({report: told.report})
      }
    })
    thread.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') stopWith('memory-exceeded', limits.composeMemory)
      else {
        end()
        reject(error)
      }
    })
    thread.on('exit', (code) => {
      end()
      reject(new Error(`The thread of the build ended with ${code} and told nothing`)) // no effect where it has told
    })
  })
}
