/** Progress of one book: a spinner on a terminal, a plain line a step elsewhere. */
import {say, type StringKey} from '../report/index.ts'
import type {Session} from './session.ts'

export interface Progress {step(name: string): void; stop(): void}

const steps = new Set(['read', 'compose', 'pdf', 'epub', 'html', 'publish'])

export function startProgress(book: string, session: Session): Progress {
  const text = (step: string): string => {
    const [first = '', ...rest] = step.split(' ')
    return `${book}: ${steps.has(first) ? say(session.language, `step.${first}` as StringKey) : first}${rest.length > 0 ? ` ${rest.join(' ')}` : ''}` // the set holds just the keys of `step.*`
  }
  if (session.interactive) return startSpinner(text)
  return {step: (name) => session.note(`${text(name)}\n`), stop() {}}
}

/** ora is loaded beside the work: a short build is over before it is needed. */
function startSpinner(text: (step: string) => string): Progress {
  let current = ''
  let stopped = false
  let spinner: {text: string; stop(): unknown} | undefined
  const start = async () => {
    const {default: ora} = await import('ora')
    if (!stopped) spinner = ora({text: current, discardStdin: false}).start()
  }
  const timer = setTimeout(start, 100)
  return {
    step(name) {
      current = text(name)
      if (spinner) spinner.text = current
    },
    stop() {
      stopped = true
      clearTimeout(timer)
      spinner?.stop()
    },
  }
}
