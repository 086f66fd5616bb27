import { Combobox, TextInput, useCombobox } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { useMay } from '../api/session.ts'
import { useWords } from '../locale/locale.ts'
import { Icon } from '../parts/icons.tsx'

/** Whether keys typed now go into a text, so that `/` must stay a letter. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

function useSlash(input: React.RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [input])
}

/** One box from every room; `/` brings the cursor to it, Enter looks among the products, an arrow among the producers. */
export function GlobalSearch() {
  const words = useWords().shell
  const [text, setText] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const navigate = useNavigate()
  const mayProducts = useMay('products.read')
  const mayProducers = useMay('producers.read')
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() })
  useSlash(input)
  const rooms = [
    ...(mayProducts ? [{ to: '/products', name: words.products }] : []),
    ...(mayProducers ? [{ to: '/producers', name: words.producers }] : []),
  ]
  const go = (to: string) => {
    navigate(`${to}?q=${encodeURIComponent(text.trim())}`)
    box.closeDropdown()
    input.current?.blur()
  }
  return (
    <search className="top-search">
      <Combobox store={box} onOptionSubmit={go}>
        <Combobox.Target>
          <TextInput
            ref={input}
            type="search"
            aria-label={words.search}
            placeholder={words.search}
            leftSection={<Icon name="search" size={16} />}
            rightSection={<kbd className="quiet small">/</kbd>}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value)
              box.openDropdown()
              box.selectFirstOption()
            }}
            onBlur={() => box.closeDropdown()}
            onKeyDown={(event) => {
              if (event.key === 'Escape') input.current?.blur()
            }}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={text.trim() === ''}>
          <Combobox.Options>
            {rooms.map((room) => (
              <Combobox.Option key={room.to} value={room.to}>
                {words.searchIn(text.trim(), room.name.toLocaleLowerCase('vi'))}
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
    </search>
  )
}
