/** What people really type, and what breaks text that passes through a narrower hole than it looks. At most 50 characters each. */
export const texts = {
  'typographic quotes and dashes': 'Zoë – “5/8″” – naïve',
  'characters outside every Windows code page': '日本 Ελληνικά Кириллица',
  'characters of two units (astral)': '😀 𝟓 👩‍👩‍👧',
  'combining marks, not composed': 'Zoe\u0308 a\u030a\u0323',
  'right to left with marks of direction': '\u200fשלום (عرض) 12\u200e',
  'blanks before and behind': '  two before, three behind   ',
  'a blank alone': ' ',
  'nothing at all': '',
  'what a string could end in': "O'Brien; DROP TABLE x--",
  'line ends and tabs': 'first\r\nsecond\tthird',
  'the replacement character itself': 'a\ufffdb',
} as const;

export const namedTexts = Object.entries(texts);
