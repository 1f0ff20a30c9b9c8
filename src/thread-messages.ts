/** What the thread of a build and its supervisor say to each other. Types only. */
import type {BuildOptions, BuildReport} from './build.ts'
import type {Limits} from './model/config.ts'
import type {Place} from './model/message.ts'

export interface Job {
  kind: 'build' | 'check'
  options: Omit<BuildOptions, 'signal' | 'progress' | 'watch'>
}

export type ToThread = {abort: true}

export type FromThread =
  /** The manuscript is read. */
  | {read: {name: string; language: string; limits: Limits; place: Place}}
  /** Composing starts or has ended; making has bounds of its own. */
  | {composing: boolean}
  | {step: string}
  | {report: BuildReport}
