/** How work grows with its input, by the processor time of this process: the clock of a shared machine tells little. */

/** Milliseconds from which a cost tells something: a collection of garbage takes some of them. */
const least = 20

/** Above what is linear with noise, below what is quadratic. */
export const linear = 11

/** Growth when the input is four times as long: 4 where the work is linear, 16 where it is quadratic. Noise only adds, so what
 * looks too much is measured again, up to four times.
 * @param work On an input of a size.
 * @param size To begin with; it is raised until the work takes long enough to be told.
 * @param raised At most: where longer inputs are treated in another way. */
export async function growth(work: (size: number) => unknown, size: number, raised = 16): Promise<number> {
  let [at, small] = [size, await cost(work, size)]
  for (; small < least && at < raised * size; small = await cost(work, at)) at *= 4
  let found = Number.POSITIVE_INFINITY
  for (let left = 5; left > 0 && found >= linear; left -= 1) {
    found = Math.min(found, (await cost(work, 4 * at)) / Math.max(small, least))
    small = Math.max(small, await cost(work, at))
  }
  return found
}

/** The best of three runs. */
async function cost(work: (size: number) => unknown, size: number): Promise<number> {
  const costs: number[] = []
  for (let run = 0; run < 3; run++) {
    const start = process.cpuUsage()
    await work(size)
    const {user, system} = process.cpuUsage(start)
    costs.push((user + system) / 1000)
  }
  return Math.min(...costs)
}
