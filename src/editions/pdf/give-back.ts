/** Memory of the composing given back while the browsers print. */

/** V8 frees what nothing holds, and keeps its pages for more; only when it is told that memory is low does it return them.
 * @returns Resolves when that is done; never rejects. */
export async function giveBack(): Promise<void> {
  try {
    const {Session} = await import('node:inspector') // the one way to tell it
    const session = new Session()
    session.connect()
    await new Promise<void>((resolve) => { session.post('HeapProfiler.collectGarbage', () => setImmediate(resolve)) })
    session.disconnect()
  } catch {
    // a Node without an inspector keeps them
  }
}
