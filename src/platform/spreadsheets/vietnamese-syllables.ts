// Vietnamese spelling is closed: a syllable is an onset, one of some 160 rimes and a tone. That makes it possible to tell decoded
// text from mojibake without a dictionary.

const onsets = 'ngh ng nh ch gh gi kh ph qu th tr b c d đ g h k l m n p r s t v x'.split(' ')

const rimes = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây
  e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu iê
  o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăp oăt oc oe oen oeo oet oi om on ong ooc oong op ot
  ô ôc ôi ôm ôn ông ôp ôt ôông ơ ơi ơm ơn ơp ơt ơu
  u ua uân uâng uât uây uc uê uêch uênh uêu ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uyn uynh uyp uyt uyu uâ uơi
  ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu yt ynh`
    .split(/\s+/)
    .filter((rime) => !['ă', 'â', 'iê', 'uâ'].includes(rime)),
)

const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/g

/** Whether a word, in any case and either tone placement, is a possible syllable of Vietnamese. */
export function isVietnameseSyllable(word: string): boolean {
  if (word.length > 7) return false
  const parts = word.toLowerCase().normalize('NFD')
  const tones = parts.match(toneMarks) ?? []
  if (tones.length > 1) return false
  const bare = parts.replace(toneMarks, '').normalize('NFC')
  if (!/^[a-zăâđêôơư]+$/.test(bare)) return false
  // A syllable that ends in a stop carries one of two tones only; a text without any accents is given the benefit of the doubt.
  const isStopped = /[cpt]$|ch$/.test(bare) && /\P{ASCII}/u.test(word)
  if (isStopped && !['\u0301', '\u0323'].includes(tones[0] ?? '')) return false
  return rimesOf(bare).some((rime) => rimes.has(rime))
}

/** A bare syllable may be read with or without an onset, and "gì", "giết" and "quýt" share a letter between onset and rime. */
function rimesOf(bare: string): string[] {
  const found = [bare]
  for (const onset of onsets) {
    if (!bare.startsWith(onset)) continue
    const rest = bare.slice(onset.length)
    found.push(rest)
    if (onset === 'gi') found.push(`i${rest}`)
    if (onset === 'qu') found.push(`u${rest}`)
  }
  return found
}
