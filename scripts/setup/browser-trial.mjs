/** Whether a browser starts and prints a page, over the pipe that builds use too.
 *
 * A binary may be there and lack its libraries; and not every headless shell knows `--print-to-pdf`. */
import {spawn} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'

const patience = 30_000

/** Root has no sandbox, and some machines grant none (AppArmor on Ubuntu 23.10 and later): builds then go on without it, as here.
 *
 * @param record `{path}` of the binary. */
export async function prints({path: executable}) {
  if (process.getuid?.() === 0) return (await tryOnce(executable, ['--no-sandbox', '--no-zygote'])).printed
  const {printed, said} = await tryOnce(executable, [])
  return printed || (/sandbox/i.test(said) && (await tryOnce(executable, ['--no-sandbox', '--no-zygote'])).printed)
}

/** @returns Also what the browser said on standard error. */
async function tryOnce(executable, sandbox) {
  const profile = mkdtempSync(path.join(tmpdir(), 'banben-try-'))
  const child = spawn(executable, ['--headless', '--disable-gpu', '--remote-debugging-pipe', ...sandbox, `--user-data-dir=${profile}`, 'about:blank'], {stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'], detached: process.platform !== 'win32'})
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text) => { said = (said + text).slice(-10_000) })
  const ended = new Promise((resolve) => child.once('exit', resolve).once('error', resolve))
  for (const stream of child.stdio) stream?.on('error', () => undefined) // told by the end
  const timer = setTimeout(() => end(child), patience)
  try {
    const printed = await Promise.race([ended.then(() => false), printPage(speak(child.stdio[3], child.stdio[4]))])
    return {printed, said}
  } catch {
    return {printed: false, said} // it answered with an error
  } finally {
    clearTimeout(timer)
    end(child)
    await ended
    rmSync(profile, {recursive: true, force: true, maxRetries: 5, retryDelay: 100})
  }
}

/** Debian's browser is a script that starts the binary, so the whole group must end. */
function end(child) {
  for (const stream of child.stdio) stream?.destroy()
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32') child.kill()
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    return // it has ended by itself
  }
}

async function printPage(send) {
  const {targetId} = await send('Target.createTarget', {url: 'about:blank'})
  const {sessionId} = await send('Target.attachToTarget', {targetId, flatten: true})
  const {data} = await send('Page.printToPDF', {}, sessionId)
  return Buffer.from(data, 'base64').subarray(0, 5).toString() === '%PDF-'
}

/** Chrome DevTools Protocol over a pipe: JSON, each message ended by a zero byte. */
function speak(commands, answers) {
  const waiting = new Map()
  let rest = ''
  let last = 0
  answers.setEncoding('utf8').on('data', (chunk) => {
    const messages = (rest + chunk).split('\0')
    rest = messages.pop() ?? ''
    for (const text of messages) {
      const {id, result, error} = JSON.parse(text)
      const settle = waiting.get(id)
      if (error) settle?.reject(new Error(error.message))
      else settle?.resolve(result)
    }
  })
  return (method, params, sessionId) => new Promise((resolve, reject) => {
    waiting.set(++last, {resolve, reject})
    commands.write(`${JSON.stringify({id: last, method, params, ...(sessionId ? {sessionId} : {})})}\0`)
  })
}
