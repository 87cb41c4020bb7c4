/**
 * Finds what matters in a SQL text, from left to right: texts, quoted names and comments (whatever stands in them means nothing),
 * the places of text parameters `CAST(? AS nvarchar(50))` with their length as group 1, and all other places `?`.
 */
export const statementParts =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|\[(?:[^\]]|\]\])*\]|--[^\n]*|\/\*[\s\S]*?\*\/|CAST\(\? AS nvarchar\((\d+)\)\)|\?/g;
