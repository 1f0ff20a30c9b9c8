/* All of this is comfort: without it every reference is a plain link, and the contents open by themselves. */
(() => {
  const root = document.documentElement
  const phone = matchMedia('(max-width: 40rem)')
  const dark = matchMedia('(prefers-color-scheme: dark)')

  /* Dark and light. */
  const toggle = document.querySelector('.switch-theme')
  const isDark = () => (root.dataset.theme ?? (dark.matches ? 'dark' : 'light')) === 'dark'
  const mark = () => toggle.setAttribute('aria-pressed', String(isDark()))
  toggle.hidden = false
  mark()
  dark.addEventListener('change', mark)
  toggle.addEventListener('click', () => {
    const theme = isDark() ? 'light' : 'dark'
    root.dataset.theme = theme
    mark()
    try { localStorage.setItem('banben-theme', theme) } catch {}
  })

  /* Previews of citations, terms and notes. */
  let open
  let timer
  let touched = false
  const callOf = (target) => target.closest?.('a[data-note]') ?? undefined
  const hide = () => {
    clearTimeout(timer)
    if (!open) return
    try { open.box.hidePopover() } catch {}
    open.call.classList.remove('previewing')
    open = undefined
  }
  const place = ({call, box}) => {
    box.style.left = box.style.top = ''
    const at = call.getClientRects()[0] ?? call.getBoundingClientRect()
    if (phone.matches) return scrollBy(0, Math.max(0, at.bottom + 8 - innerHeight + box.offsetHeight)) // the box lies at the foot
    const {offsetWidth: width, offsetHeight: height} = box
    const below = at.bottom + 8 + height <= innerHeight || at.top < height + 8
    box.style.left = `${Math.max(8, Math.min(at.left + at.width / 2 - width / 2, root.clientWidth - width - 8))}px`
    box.style.top = `${below ? at.bottom + 8 : at.top - height - 8}px`
  }
  const show = (call) => {
    clearTimeout(timer)
    if (open?.call === call) return
    hide()
    const box = document.getElementById(call.getAttribute('aria-describedby'))
    if (!box?.showPopover) return
    open = {call, box}
    box.showPopover()
    call.classList.add('previewing')
    place(open)
  }
  const later = (work, delay) => {
    clearTimeout(timer)
    timer = setTimeout(work, delay)
  }
  document.addEventListener('pointerdown', (event) => {
    touched = event.pointerType !== 'mouse'
    if (open && !callOf(event.target) && !open.box.contains(event.target)) hide()
  })
  document.addEventListener('pointerover', (event) => {
    if (event.pointerType !== 'mouse') return
    const call = callOf(event.target)
    if (call) later(() => show(call), open ? 60 : 150)
    else if (open?.box.contains(event.target)) clearTimeout(timer)
    else if (open && document.activeElement !== open.call) later(hide, 300)
    else if (!open) clearTimeout(timer)
  })
  document.addEventListener('focusin', (event) => {
    const call = callOf(event.target)
    if (call && call.matches(':focus-visible') && !touched) show(call)
  })
  document.addEventListener('focusout', (event) => {
    if (open?.call === event.target) hide()
  })
  document.addEventListener('keydown', (event) => {
    touched = false
    if (event.key === 'Escape' && open) {
      event.preventDefault()
      hide()
    }
  })
  document.addEventListener('click', (event) => {
    const call = callOf(event.target)
    if (!call) return
    if (touched && open?.call !== call) {
      event.preventDefault()
      show(call)
    } else hide()
  })
  addEventListener('scroll', () => { if (open && !phone.matches) place(open) }, {passive: true})
  addEventListener('resize', hide)

  /* Contents: close after a choice, and mark the section that is being read. */
  const contents = document.getElementById('contents')
  contents.addEventListener('click', (event) => {
    if (event.target.closest('a') && contents.matches?.(':popover-open')) contents.hidePopover()
  })
  const links = new Map([...contents.querySelectorAll(':scope > ol a')].map((link) => [link.hash.slice(1), link]))
  const places = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean)
  let current
  const follow = () => {
    let low = 0
    let high = places.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (places[middle].getBoundingClientRect().top <= 120) low = middle
      else high = middle - 1
    }
    const link = places[low]?.getBoundingClientRect().top <= 120 ? links.get(places[low].id) : undefined
    if (link === current) return
    current?.removeAttribute('aria-current')
    link?.setAttribute('aria-current', 'location')
    current = link
    if (!link || !contents.clientHeight) return
    const {top, bottom} = link.getBoundingClientRect()
    const box = contents.getBoundingClientRect()
    if (top < box.top + 40 || bottom > box.bottom - 40) contents.scrollTop += top - box.top - box.height / 3
  }
  let queued = false
  addEventListener('scroll', () => {
    if (queued) return
    queued = true
    requestAnimationFrame(() => {
      queued = false
      follow()
    })
  }, {passive: true})
  contents.addEventListener('toggle', () => {
    current?.removeAttribute('aria-current')
    current = undefined
    follow()
  })
  follow()

  /* A box that does not scroll need not be a stop of the Tab key. */
  const boxes = document.querySelectorAll('main [tabindex="0"]')
  const stops = () => {
    for (const box of boxes) box.tabIndex = box.scrollWidth > box.clientWidth ? 0 : -1
  }
  stops()
  addEventListener('resize', stops)
})()
