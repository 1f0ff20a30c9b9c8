/** What can go wrong with a browser. Reported as a message by the edition, never shown raw. */
export class PressError extends Error {
  readonly kind: 'missing' | 'ended' | 'late' | 'aborted'
  readonly detail: string

  constructor(kind: PressError['kind'], detail: string) {
    super(`${kind}: ${detail}`)
    this.kind = kind
    this.detail = detail
  }
}
