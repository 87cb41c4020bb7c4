#define _GNU_SOURCE
#include <sql.h>
#include <sqlext.h>
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/*
 * The SQLite ODBC driver, except that its commits end in doubt. It is linked with that driver, so the driver manager finds
 * everything that is not here over there: data, locks and transactions are real, and the fault comes from inside the driver.
 *
 * `Doubt=` in the connection string says how every commit of the connection goes:
 *   applied       it takes effect, then the connection breaks
 *   lost          it has no effect, and the connection breaks
 *   autocommit    it takes effect, then autocommit cannot be switched on again
 *   late          the connection breaks, and it takes effect a little later, while the client is already asking
 *   lateRollback  the connection breaks, and the server rolls back a little later
 */

enum { LATE_US = 3000 };

typedef struct Link {
  SQLHANDLE connection;
  char doubt[16];
  int isBroken;
  int isSpoilt; /* autocommit cannot be switched on */
  int isTold;   /* the error was handed out */
  struct Link *next;
} Link;

static Link *links = NULL;
static pthread_mutex_t guard = PTHREAD_MUTEX_INITIALIZER;

static Link *linkOf(SQLHANDLE connection) {
  pthread_mutex_lock(&guard);
  Link *link = links;
  while (link != NULL && link->connection != connection) link = link->next;
  pthread_mutex_unlock(&guard);
  return link;
}

/* A function of the driver underneath. */
static void *beneath(const char *name) {
  static void *driver = NULL;
  if (driver == NULL) driver = dlopen(BENEATH, RTLD_NOW | RTLD_LOCAL);
  return dlsym(driver, name);
}

static SQLRETURN endTransaction(SQLHANDLE connection, SQLSMALLINT completion) {
  SQLRETURN (*end)(SQLSMALLINT, SQLHANDLE, SQLSMALLINT) = beneath("SQLEndTran");
  return end(SQL_HANDLE_DBC, connection, completion);
}

SQLRETURN SQL_API SQLDriverConnect(SQLHDBC connection, SQLHWND window, SQLCHAR *text, SQLSMALLINT textLength, SQLCHAR *out,
                                   SQLSMALLINT size, SQLSMALLINT *length, SQLUSMALLINT completion) {
  Link *link = calloc(1, sizeof *link);
  link->connection = connection;
  const char *doubt = strstr((char *)text, "Doubt=");
  if (doubt != NULL) snprintf(link->doubt, sizeof link->doubt, "%.*s", (int)strcspn(doubt + 6, ";"), doubt + 6);
  pthread_mutex_lock(&guard);
  link->next = links;
  links = link;
  pthread_mutex_unlock(&guard);
  SQLRETURN (*connect)(SQLHDBC, SQLHWND, SQLCHAR *, SQLSMALLINT, SQLCHAR *, SQLSMALLINT, SQLSMALLINT *, SQLUSMALLINT) =
      beneath("SQLDriverConnect");
  return connect(connection, window, text, textLength, out, size, length, completion);
}

static SQLRETURN disconnect(SQLHDBC connection) {
  SQLRETURN (*leave)(SQLHDBC) = beneath("SQLDisconnect");
  return leave(connection);
}

/* What becomes of the session on the server when its client has lost it. */
static void *endSession(void *given) {
  const Link *link = given;
  const int isLate = strncmp(link->doubt, "late", 4) == 0;
  const int isCommitted = strcmp(link->doubt, "applied") == 0 || strcmp(link->doubt, "late") == 0;
  if (isLate) usleep(LATE_US);
  endTransaction(link->connection, isCommitted ? SQL_COMMIT : SQL_ROLLBACK);
  disconnect(link->connection);
  return NULL;
}

SQLRETURN SQL_API SQLEndTran(SQLSMALLINT type, SQLHANDLE handle, SQLSMALLINT completion) {
  Link *link = type == SQL_HANDLE_DBC ? linkOf(handle) : NULL;
  if (link == NULL) return SQL_SUCCESS;
  if (link->isBroken) return SQL_ERROR;
  if (completion == SQL_ROLLBACK || link->doubt[0] == 0) return endTransaction(handle, completion);
  if (strcmp(link->doubt, "autocommit") == 0) {
    link->isSpoilt = 1;
    return endTransaction(handle, SQL_COMMIT);
  }
  link->isBroken = 1;
  pthread_t session;
  if (strncmp(link->doubt, "late", 4) != 0 || pthread_create(&session, NULL, endSession, link) != 0) endSession(link);
  else pthread_detach(session);
  return SQL_ERROR;
}

SQLRETURN SQL_API SQLSetConnectAttr(SQLHDBC connection, SQLINTEGER attribute, SQLPOINTER value, SQLINTEGER length) {
  const Link *link = linkOf(connection);
  if (link != NULL && link->isSpoilt && attribute == SQL_ATTR_AUTOCOMMIT) return SQL_ERROR;
  SQLRETURN (*set)(SQLHDBC, SQLINTEGER, SQLPOINTER, SQLINTEGER) = beneath("SQLSetConnectAttr");
  return set(connection, attribute, value, length);
}

/* The driver manager asks this driver for its errors in the way of ODBC 2, until there is none left. */
SQLRETURN SQL_API SQLError(SQLHENV environment, SQLHDBC connection, SQLHSTMT statement, SQLCHAR *state, SQLINTEGER *native,
                           SQLCHAR *text, SQLSMALLINT size, SQLSMALLINT *length) {
  Link *link = statement == NULL && connection != NULL ? linkOf(connection) : NULL;
  if (link == NULL || (!link->isBroken && !link->isSpoilt)) {
    SQLRETURN (*get)(SQLHENV, SQLHDBC, SQLHSTMT, SQLCHAR *, SQLINTEGER *, SQLCHAR *, SQLSMALLINT, SQLSMALLINT *) = beneath("SQLError");
    return get(environment, connection, statement, state, native, text, size, length);
  }
  link->isTold = !link->isTold;
  if (!link->isTold) return SQL_NO_DATA;
  strcpy((char *)state, "08S01");
  *native = 0;
  *length = (SQLSMALLINT)snprintf((char *)text, (size_t)size, "Communication link failure");
  return SQL_SUCCESS;
}

/* Broken connections stay listed: the binding cannot close them, so their handles are never given to another. */
SQLRETURN SQL_API SQLDisconnect(SQLHDBC connection) {
  pthread_mutex_lock(&guard);
  Link **at = &links;
  while (*at != NULL && (*at)->connection != connection) at = &(*at)->next;
  Link *link = *at;
  const int isBroken = link != NULL && link->isBroken;
  if (link != NULL && !isBroken) {
    *at = link->next;
    free(link);
  }
  pthread_mutex_unlock(&guard);
  return isBroken ? SQL_SUCCESS : disconnect(connection);
}
