/*
 * A scripted ODBC driver without a server behind it. It reports the types that SQL Server's own driver reports, which no other
 * driver on a test machine does, and fails where real ones fail. Named by its path: `Driver=/path/to/mockDriver.so;`.
 *
 * Keys of the connection string:
 *   Connect=STATE,NATIVE,TEXT   connecting fails
 *   Commit=applied              a commit takes effect, then fails with 08S01
 *   Commit=lost                 a commit fails with 08S01 without effect
 *   Commit=autocommit           a commit succeeds, then autocommit cannot be switched on again
 *   Book=PATH                   the file in which committed keys are written down (see `apply`)
 *   CodePage=1252               narrow text is in the Windows code page, as on a Windows computer; otherwise it is UTF-8
 *
 * The statement text is the script, one line each, its words separated by tabs:
 *   column NAME TYPE SIZE DIGITS   a column of the result, TYPE as a number of sql.h
 *   row VALUE …                    a row; \N is NULL, \E a value that cannot be converted, \L the length of the buffer that
 *                                  was offered for it; \0 \t \n \s (semicolon) \\ inside values; binary values in hexadecimal
 *   lost                           the connection breaks when this row is fetched
 *   slow MS                        each fetch takes so long
 *   hang PATH                      nothing is answered until that file exists or the call is cancelled
 *   fail STATE NATIVE TEXT         executing fails
 *   affected N                     what SQLRowCount answers; -1 without it
 *   param TYPE SIZE DIGITS         how the next parameter is described; nvarchar(4000) without it
 *   undescribed                    parameters cannot be described
 *   echo ? …                       one row for each parameter: how it was bound, and its bytes
 *   apply KEY                      the transaction writes this key into the book
 *   applied                        one row for each key in the book
 */
#ifndef MOCK_H
#define MOCK_H

#include <stddef.h>
#include <sql.h>
#include <sqlext.h>

enum { MOST_COLUMNS = 80, MOST_PARAMETERS = 80, LONGEST_NAME = 64 };

typedef struct {
  int present;
  char state[6];
  SQLINTEGER native;
  char text[200];
} Diagnosis;

typedef struct {
  Diagnosis diagnosis;
  char commit[16];
  char book[512];
  int windowsCodePage;
  int isManual;  /* autocommit is off */
  int isLost;    /* every call fails from here on */
  int isSpoilt;  /* the next switch of autocommit fails */
  char *pending; /* keys of the open transaction, one a line */
} Connection;

typedef enum { TEXT, IS_NULL, CANNOT_CONVERT, BUFFER_LENGTH } Meaning;

typedef struct {
  Meaning meaning;
  char *bytes; /* UTF-8, or raw for binary columns */
  size_t length;
} Value;

typedef struct {
  char name[LONGEST_NAME + 1];
  SQLSMALLINT type;
  SQLULEN size;
  SQLSMALLINT digits;
  /* What the application bound. */
  SQLSMALLINT cType;
  char *buffer;
  SQLLEN bufferLength;
  SQLLEN *indicators;
  /* How far SQLGetData has come in the current row; -1 when all was given out. */
  SQLLEN given;
} Column;

typedef struct {
  int isLost;
  Value *values;
} Row;

typedef struct {
  SQLSMALLINT type;
  SQLULEN size;
  SQLSMALLINT digits;
} Described;

typedef struct {
  SQLSMALLINT cType;
  SQLSMALLINT type;
  SQLULEN size;
  SQLSMALLINT digits;
  char *value;
  SQLLEN bufferLength;
  SQLLEN *indicator;
} Bound;

typedef struct {
  Diagnosis diagnosis;
  Connection *connection;
  Column columns[MOST_COLUMNS];
  SQLSMALLINT columnCount;
  Row *rows;
  size_t rowCount;
  size_t next;    /* index of the row that is fetched next */
  size_t current; /* index of the row that SQLGetData reads */
  Described described[MOST_PARAMETERS];
  int describedCount;
  int markerCount;
  int isUndescribed;
  Bound bound[MOST_PARAMETERS];
  SQLLEN affected;
  int slowMs;
  char hang[512];
  char *apply;
  int echoes;
  int lists;
  Diagnosis fails;
  volatile int isCancelled;
  SQLULEN rowArraySize;
  SQLUSMALLINT *rowStatus;
  SQLULEN *rowsFetched;
} Statement;

/* diagnosis.c */
SQLRETURN failed(Diagnosis *diagnosis, const char *state, SQLINTEGER native, const char *text);
SQLRETURN lostConnection(Diagnosis *diagnosis);

/* script.c */
void forget(Statement *statement);
int readScript(Statement *statement, const char *script);
void addColumn(Statement *statement, const char *name, SQLSMALLINT type, SQLULEN size, SQLSMALLINT digits);
Value *addRow(Statement *statement);
Value textValue(const char *text);

/* values.c: copies a value into a buffer as ODBC prescribes; *offset moves on for the next part, -1 when all is given. */
SQLUSMALLINT give(const Statement *statement, const Column *column, const Value *value, SQLSMALLINT cType, char *buffer,
                  SQLLEN bufferLength, SQLLEN *indicator, SQLLEN *offset, const char **state);
char *fromWindowsCodePage(const char *bytes);

/* connection.c: the keys that committed transactions wrote, one a line; the caller frees it. */
char *readBook(const Connection *connection);

#endif
