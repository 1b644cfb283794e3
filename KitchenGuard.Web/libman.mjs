// Fetches the npm packages of package-lock.json and copies what libman.json lists into wwwroot/lib. Run by BrowserLibraries.targets; ends with
// code 3 when npm cannot be started. Several builds of one checkout may run it at once: they take turns, and the later ones find all done.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const npmMissing = 3
const web = dirname(fileURLToPath(import.meta.url))
const root = resolve(web, '..')
const lib = join(web, 'wwwroot', 'lib')
const lock = join(web, 'obj', 'browser-libraries.lock')

takeLock()
try {
  fetchPackages()
  copyLibraries()
} finally {
  rmSync(lock, { force: true })
}

function fetchPackages() {
  const stamp = join(root, 'node_modules', '.package-lock.json')
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs) return
  console.log('Fetching browser libraries with npm ci --ignore-scripts.')
  const npm = spawnSync('npm ci --ignore-scripts --no-audit --no-fund --loglevel=error', { cwd: root, shell: true, encoding: 'utf8' })
  if (npm.error || npm.status === 127 || npm.status === 9009 || /is not recognized/.test(npm.stderr)) end(npmMissing, npm.error?.message)
  if (npm.status !== 0) end(1, npm.stdout + npm.stderr)
  utimesSync(stamp, new Date(), new Date())
}

function copyLibraries() {
  const wanted = new Map()
  for (const { library, destination, files } of JSON.parse(readFileSync(join(root, 'libman.json'), 'utf8')).libraries) {
    for (const file of files) wanted.set(resolve(root, destination, file), resolve(root, library, file))
  }

  for (const [to, from] of wanted) {
    const content = readFileSync(from)
    if (existsSync(to) && readFileSync(to).equals(content)) continue
    mkdirSync(dirname(to), { recursive: true })
    writeFileSync(`${to}.new`, content)
    renameSync(`${to}.new`, to)
  }

  const stamp = join(lib, '.restored')
  for (const path of readdirSync(lib, { recursive: true }).map(name => join(lib, name))) {
    if (path !== stamp && !wanted.has(path) && statSync(path).isFile()) rmSync(path)
  }

  writeFileSync(stamp, '')
  utimesSync(stamp, new Date(), new Date())
}

function takeLock() {
  mkdirSync(dirname(lock), { recursive: true })
  const patience = Date.now() + 300_000
  while (true) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      return
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }

    if (Date.now() > patience) end(1, `Another build has been holding ${relative(root, lock)} for five minutes.`)
    if (holderIsGone()) rmSync(lock, { force: true })
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
  }
}

function holderIsGone() {
  try {
    const holder = Number(readFileSync(lock, 'utf8'))
    if (!holder) return Date.now() - statSync(lock).mtimeMs > 10_000
    process.kill(holder, 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}

function end(code, message) {
  if (message) console.error(message)
  rmSync(lock, { force: true })
  process.exit(code)
}
