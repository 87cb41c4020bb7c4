#include "mock.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * How a value reaches the application's buffer. For a buffer that is too small ODBC prescribes: text is cut and says so (01004);
 * of a number only digits after the point may be cut (01004), otherwise the row fails (22003).
 */

/* The next character of UTF-8. */
static unsigned next(const unsigned char **at) {
  const unsigned char first = *(*at)++;
  if (first < 0x80) return first;
  const int more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
  unsigned code = first & (0x3f >> more);
  for (int i = 0; i < more; i++) code = code << 6 | (*(*at)++ & 0x3f);
  return code;
}

/* UTF-16 in the byte order of this machine. */
static char *wide(const Value *value, size_t *length) {
  SQLWCHAR *units = calloc(value->length + 1, sizeof *units);
  const unsigned char *at = (const unsigned char *)value->bytes;
  const unsigned char *end = at + value->length;
  size_t count = 0;
  while (at < end) {
    unsigned code = next(&at);
    if (code > 0xffff) {
      units[count++] = (SQLWCHAR)(0xd800 + ((code - 0x10000) >> 10));
      code = 0xdc00 + ((code - 0x10000) & 0x3ff);
    }
    units[count++] = (SQLWCHAR)code;
  }
  *length = count * sizeof *units;
  return (char *)units;
}

/* As Windows does it: a byte for what Latin-1 has, a question mark for all else (the code page has 27 characters more). */
static char *narrow(const Value *value, size_t *length) {
  char *bytes = calloc(value->length + 1, 1);
  const unsigned char *at = (const unsigned char *)value->bytes;
  const unsigned char *end = at + value->length;
  for (*length = 0; at < end;) {
    const unsigned code = next(&at);
    bytes[(*length)++] = (char)(code < 0x100 ? code : '?');
  }
  return bytes;
}

/* What a server understands of narrow text from a Windows computer, as UTF-8. */
char *fromWindowsCodePage(const char *bytes) {
  char *text = calloc(2 * strlen(bytes) + 1, 1);
  size_t length = 0;
  for (; *bytes != 0; bytes++) {
    const unsigned char byte = (unsigned char)*bytes;
    if (byte >= 0x80) text[length++] = (char)(0xc0 | byte >> 6);
    text[length++] = (char)(byte >= 0x80 ? 0x80 | (byte & 0x3f) : byte);
  }
  return text;
}

static int isNumber(SQLSMALLINT type) {
  switch (type) {
    case SQL_DECIMAL:
    case SQL_NUMERIC:
    case SQL_REAL:
    case SQL_FLOAT:
    case SQL_DOUBLE:
    case SQL_INTEGER:
    case SQL_SMALLINT:
    case SQL_TINYINT:
    case SQL_BIGINT:
      return 1;
    default:
      return 0;
  }
}

/* Copies text (terminated) or bytes, the next part of it; `unit` is the size of a character. */
static SQLUSMALLINT giveBytes(const char *bytes, size_t length, size_t unit, int isTerminated, char *buffer, SQLLEN bufferLength,
                              SQLLEN *indicator, SQLLEN *offset, const char **state) {
  const size_t left = length - (size_t)*offset;
  const size_t room = (size_t)bufferLength - (isTerminated ? unit : 0);
  const size_t part = left <= room ? left : room / unit * unit;
  if (indicator != NULL) *indicator = (SQLLEN)left;
  memcpy(buffer, bytes + *offset, part);
  if (isTerminated) memset(buffer + part, 0, unit);
  *offset = part == left ? -1 : *offset + (SQLLEN)part;
  if (part == left) return SQL_ROW_SUCCESS;
  *state = "01004";
  return SQL_ROW_SUCCESS_WITH_INFO;
}

static SQLUSMALLINT giveText(const Statement *statement, const Column *column, const Value *value, SQLSMALLINT cType, char *buffer,
                             SQLLEN bufferLength, SQLLEN *indicator, SQLLEN *offset, const char **state) {
  if (isNumber(column->type) && cType == SQL_C_CHAR && (SQLLEN)value->length >= bufferLength) {
    const char *point = strchr(value->bytes, '.');
    if (point == NULL || point - value->bytes >= bufferLength) {
      *state = "22003";
      return SQL_ROW_ERROR;
    }
  }
  size_t length = value->length;
  if (cType == SQL_C_BINARY) {
    return giveBytes(value->bytes, length, 1, 0, buffer, bufferLength, indicator, offset, state);
  }
  char *bytes = cType == SQL_C_WCHAR                       ? wide(value, &length)
                : statement->connection->windowsCodePage ? narrow(value, &length)
                                                           : value->bytes;
  const size_t unit = cType == SQL_C_WCHAR ? sizeof(SQLWCHAR) : 1;
  const SQLUSMALLINT status = giveBytes(bytes, length, unit, 1, buffer, bufferLength, indicator, offset, state);
  if (bytes != value->bytes) free(bytes);
  return status;
}

SQLUSMALLINT give(const Statement *statement, const Column *column, const Value *value, SQLSMALLINT cType, char *buffer,
                  SQLLEN bufferLength, SQLLEN *indicator, SQLLEN *offset, const char **state) {
  char digits[24];
  Value offered = {TEXT, digits, 0};
  if (value->meaning == CANNOT_CONVERT) {
    *state = "22018";
    return SQL_ROW_ERROR;
  }
  if (value->meaning == IS_NULL) {
    if (indicator != NULL) *indicator = SQL_NULL_DATA;
    *offset = -1;
    return SQL_ROW_SUCCESS;
  }
  if (value->meaning == BUFFER_LENGTH) {
    offered.length = (size_t)snprintf(digits, sizeof digits, "%ld", (long)bufferLength);
    value = &offered;
  }
  switch (cType) {
    case SQL_C_DOUBLE:
      *(SQLDOUBLE *)buffer = strtod(value->bytes, NULL);
      break;
    case SQL_C_SHORT:
    case SQL_C_SSHORT:
      *(SQLSMALLINT *)buffer = (SQLSMALLINT)strtol(value->bytes, NULL, 10);
      break;
    case SQL_C_LONG:
    case SQL_C_SLONG:
      *(SQLINTEGER *)buffer = (SQLINTEGER)strtol(value->bytes, NULL, 10);
      break;
    case SQL_C_SBIGINT:
      *(SQLBIGINT *)buffer = strtoll(value->bytes, NULL, 10);
      break;
    default:
      return giveText(statement, column, value, cType, buffer, bufferLength, indicator, offset, state);
  }
  if (indicator != NULL) *indicator = 0;
  *offset = -1;
  return SQL_ROW_SUCCESS;
}
