#include "mock.h"
#include <stdlib.h>
#include <string.h>

/* Reads the script that a statement is. */

void forget(Statement *statement) {
  for (size_t row = 0; row < statement->rowCount; row++) {
    for (int column = 0; statement->rows[row].values != NULL && column < statement->columnCount; column++) {
      free(statement->rows[row].values[column].bytes);
    }
    free(statement->rows[row].values);
  }
  free(statement->rows);
  free(statement->apply);
  statement->rows = NULL;
  statement->apply = NULL;
  statement->rowCount = statement->next = 0;
  statement->columnCount = 0;
  statement->describedCount = statement->markerCount = statement->isUndescribed = 0;
  statement->affected = -1;
  statement->slowMs = statement->echoes = statement->lists = 0;
  statement->hang[0] = 0;
  statement->fails.present = statement->diagnosis.present = 0;
}

void addColumn(Statement *statement, const char *name, SQLSMALLINT type, SQLULEN size, SQLSMALLINT digits) {
  if (statement->columnCount >= MOST_COLUMNS) return;
  Column *column = &statement->columns[statement->columnCount++];
  memset(column, 0, sizeof *column);
  strncpy(column->name, name, LONGEST_NAME);
  column->type = type;
  column->size = size;
  column->digits = digits;
}

/* The values of a new row, all NULL. */
Value *addRow(Statement *statement) {
  statement->rows = realloc(statement->rows, (statement->rowCount + 1) * sizeof *statement->rows);
  Row *row = &statement->rows[statement->rowCount++];
  row->isLost = 0;
  row->values = calloc(MOST_COLUMNS, sizeof *row->values);
  for (int column = 0; column < MOST_COLUMNS; column++) row->values[column].meaning = IS_NULL;
  return row->values;
}

Value textValue(const char *text) { return (Value){TEXT, strdup(text), strlen(text)}; }

static int isBinary(SQLSMALLINT type) {
  return type == SQL_BINARY || type == SQL_VARBINARY || type == SQL_LONGVARBINARY;
}

static Value fromHexadecimal(const char *word) {
  Value value = {TEXT, calloc(strlen(word) / 2 + 1, 1), strlen(word) / 2};
  for (size_t at = 0; at < value.length; at++) {
    char pair[3] = {word[2 * at], word[2 * at + 1], 0};
    value.bytes[at] = (char)strtol(pair, NULL, 16);
  }
  return value;
}

static Value readValue(const char *word, const Column *column) {
  if (strcmp(word, "\\N") == 0) return (Value){IS_NULL, NULL, 0};
  if (strcmp(word, "\\E") == 0) return (Value){CANNOT_CONVERT, NULL, 0};
  if (strcmp(word, "\\L") == 0) return (Value){BUFFER_LENGTH, NULL, 0};
  if (isBinary(column->type)) return fromHexadecimal(word);
  Value value = {TEXT, calloc(strlen(word) + 1, 1), 0};
  for (; *word != 0; word++) {
    char byte = *word;
    if (byte == '\\' && word[1] != 0) {
      word++;
      byte = *word == 't' ? '\t' : *word == 'n' ? '\n' : *word == '0' ? 0 : *word == 's' ? ';' : *word;
    }
    value.bytes[value.length++] = byte;
  }
  return value;
}

/* The next word of a line, which it cuts off; empty at the end. */
static char *word(char **rest) {
  char *found = *rest;
  char *tab = strchr(found, '\t');
  if (tab == NULL) *rest = found + strlen(found);
  else {
    *tab = 0;
    *rest = tab + 1;
  }
  return found;
}

static void readRow(Statement *statement, char *rest) {
  Value *values = addRow(statement);
  for (int column = 0; column < statement->columnCount; column++) {
    values[column] = readValue(word(&rest), &statement->columns[column]);
  }
}

static int readLine(Statement *statement, char *line) {
  char *rest = line;
  const char *kind = word(&rest);
  if (strcmp(kind, "column") == 0) {
    const char *name = word(&rest);
    const SQLSMALLINT type = (SQLSMALLINT)atoi(word(&rest));
    const SQLULEN size = strtoul(word(&rest), NULL, 10);
    addColumn(statement, name, type, size, (SQLSMALLINT)atoi(word(&rest)));
  } else if (strcmp(kind, "row") == 0) readRow(statement, rest);
  else if (strcmp(kind, "lost") == 0) {
    addRow(statement);
    statement->rows[statement->rowCount - 1].isLost = 1;
  } else if (strcmp(kind, "slow") == 0) statement->slowMs = atoi(rest);
  else if (strcmp(kind, "hang") == 0) strncpy(statement->hang, rest, sizeof statement->hang - 1);
  else if (strcmp(kind, "fail") == 0) {
    const char *state = word(&rest);
    const SQLINTEGER native = atoi(word(&rest));
    failed(&statement->fails, state, native, rest);
  } else if (strcmp(kind, "affected") == 0) statement->affected = atol(rest);
  else if (strcmp(kind, "param") == 0 && statement->describedCount < MOST_PARAMETERS) {
    Described *described = &statement->described[statement->describedCount++];
    described->type = (SQLSMALLINT)atoi(word(&rest));
    described->size = strtoul(word(&rest), NULL, 10);
    described->digits = (SQLSMALLINT)atoi(word(&rest));
  } else if (strcmp(kind, "undescribed") == 0) statement->isUndescribed = 1;
  else if (strcmp(kind, "apply") == 0) statement->apply = strdup(rest);
  else if (strcmp(kind, "applied") == 0) statement->lists = 1;
  else if (strcmp(kind, "echo") == 0) {
    statement->echoes = 1;
    for (; *rest != 0; rest++) statement->markerCount += *rest == '?';
  } else return 0;
  return 1;
}

/* 0 when there is a line that means nothing. */
int readScript(Statement *statement, const char *script) {
  forget(statement);
  char *copy = strdup(script);
  int isUnderstood = 1;
  for (char *line = copy; isUnderstood && line != NULL && *line != 0;) {
    char *end = strchr(line, '\n');
    if (end != NULL) *end = 0;
    isUnderstood = readLine(statement, line);
    line = end == NULL ? NULL : end + 1;
  }
  free(copy);
  return isUnderstood;
}
