// Suggestions as one types, over the page's plain search form: ARIA combobox with a list. Without this script the form works as it is.
interface Suggestion {
  kind: string
  label: string
  detail: string
  address: string
}

const waitMilliseconds = 150
let made = 0

function isSuggestion(item: unknown): item is Suggestion {
  return typeof item === 'object' && item !== null && 'label' in item && 'address' in item
}

async function ask(address: string, signal: AbortSignal): Promise<Suggestion[]> {
  const answer = await fetch(address, { signal, headers: { accept: 'application/json' } })
  if (!answer.ok) return []
  const body: unknown = await answer.json()
  const listed = typeof body === 'object' && body !== null && 'suggestions' in body ? body.suggestions : []
  return Array.isArray(listed) ? listed.filter(isSuggestion) : []
}

function toOption(suggestion: Suggestion, id: string): HTMLLIElement {
  const option = document.createElement('li')
  option.id = id
  option.role = 'option'
  option.dataset.address = suggestion.address
  option.textContent = suggestion.label
  const detail = document.createElement('small')
  detail.textContent = suggestion.detail ?? ''
  option.append(detail)
  return option
}

function attach(input: HTMLInputElement): void {
  const { suggest = '', language = 'vi', label = '', count = '' } = input.dataset
  const listId = `suggestions-${made++}`
  const list = document.createElement('ul')
  Object.assign(list, { id: listId, role: 'listbox', className: 'suggest', hidden: true, ariaLabel: label })
  const said = document.createElement('p')
  Object.assign(said, { className: 'hidden', role: 'status' })
  input.after(list, said)
  Object.assign(input, { role: 'combobox', ariaAutoComplete: 'list', ariaExpanded: 'false' })
  input.setAttribute('aria-controls', listId)
  let chosen = -1
  let timer = 0
  let running = new AbortController()

  const choose = (at: number) => {
    const options = [...list.children]
    chosen = at < -1 ? options.length - 1 : at >= options.length ? -1 : at
    for (const [index, option] of options.entries()) option.ariaSelected = String(index === chosen)
    const current = options[chosen]
    if (current === undefined) input.removeAttribute('aria-activedescendant')
    else input.setAttribute('aria-activedescendant', current.id)
    current?.scrollIntoView({ block: 'nearest' })
  }
  const show = (suggestions: readonly Suggestion[]) => {
    list.replaceChildren(...suggestions.map((suggestion, at) => toOption(suggestion, `${listId}-${at}`)))
    list.hidden = suggestions.length === 0
    input.ariaExpanded = String(!list.hidden)
    said.textContent = list.hidden ? '' : count.replace('{count}', String(suggestions.length))
    choose(-1)
  }
  const look = async () => {
    running.abort()
    running = new AbortController()
    const q = input.value.trim()
    if (q.length < 2) return show([])
    const address = `${suggest}?q=${encodeURIComponent(q)}&language=${language}`
    await ask(address, running.signal).then(show, () => undefined)
  }
  const go = (option: Element | null | undefined) => {
    if (option instanceof HTMLElement && option.dataset.address?.startsWith('/'))
      location.assign(option.dataset.address)
  }
  input.addEventListener('input', () => {
    clearTimeout(timer)
    timer = window.setTimeout(look, waitMilliseconds)
  })
  input.addEventListener('keydown', (event) => {
    if (list.hidden || event.isComposing) return
    if (event.key === 'Escape') show([])
    else if (event.key === 'ArrowDown') choose(chosen + 1)
    else if (event.key === 'ArrowUp') choose(chosen - 1)
    else if (event.key === 'Enter' && chosen >= 0) go(list.children[chosen])
    else return
    event.preventDefault()
  })
  input.addEventListener('blur', () => show([]))
  list.addEventListener('mousedown', (event) => event.preventDefault())
  list.addEventListener('click', (event) => go(event.target instanceof Element ? event.target.closest('li') : null))
}

for (const input of document.querySelectorAll('input[data-suggest]'))
  if (input instanceof HTMLInputElement) attach(input)
