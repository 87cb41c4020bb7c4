import { describe, expect, it } from 'vitest';
import {
  type ConnectionDraft,
  connectionOfDraft,
  connectionProblems,
  draftOfConnection,
  type EnteredConnection,
  emptyConnection,
  withMachine,
} from '../../../renderer/components/connection/connectionDraft.ts';

const good: ConnectionDraft = { ...emptyConnection, machine: ' office ', database: ' Acme Builders ' };

describe('a connection being typed', () => {
  it('is kept with its server in one text and without blanks around', () => {
    expect(connectionOfDraft(good)).toEqual({
      driver: 'automatic',
      server: 'office\\SAGE100CON',
      database: 'Acme Builders',
      encrypt: 'yes',
      trustServerCertificate: false,
    });
    expect(connectionOfDraft({ ...good, reach: 'port', port: ' 1433 ' }).server).toBe('office,1433');
    expect(connectionOfDraft({ ...good, instance: '' }).server).toBe('office');
  });

  it('comes back as it was kept', () => {
    const kept: readonly EnteredConnection[] = [
      { driver: 'automatic', server: '.\\SAGE100CON', database: 'D', encrypt: 'yes', trustServerCertificate: true },
      {
        driver: 'ODBC Driver 18 for SQL Server',
        server: 'sql.acme.local,14330',
        database: 'Sample Company',
        user: 'plumbline',
        encrypt: 'strict',
        certificateName: 'sql.acme.local',
        trustServerCertificate: false,
      },
      { driver: 'automatic', server: '(local)', database: 'D', encrypt: 'no', trustServerCertificate: false },
    ];
    for (const connection of kept) expect(connectionOfDraft(draftOfConnection(connection))).toEqual(connection);
  });

  it('takes a whole server apart when one is pasted', () => {
    expect(withMachine(emptyConnection, 'OFFICE\\SQL2019')).toMatchObject({ machine: 'OFFICE', instance: 'SQL2019' });
    expect(withMachine(emptyConnection, 'office,1433')).toMatchObject({
      machine: 'office',
      reach: 'port',
      port: '1433',
    });
    expect(withMachine(emptyConnection, 'office\\')).toMatchObject({ machine: 'office\\', instance: 'SAGE100CON' });
  });

  it.each([
    [{ machine: '' }, 'machine', 'name of the computer'],
    [{ machine: 'my server' }, 'machine', 'no name of a computer'],
    [{ machine: 'office;UID=sa' }, 'machine', 'no name of a computer'],
    [{ instance: 'a b' }, 'instance', 'no name of an instance'],
    [{ reach: 'port', port: '' }, 'port', 'Enter the port'],
    [{ reach: 'port', port: '70000' }, 'port', '1 to 65535'],
    [{ reach: 'port', port: '1e3' }, 'port', '1 to 65535'],
    [{ database: ' ' }, 'database', 'company’s database'],
    [{ authentication: 'sql' }, 'user', 'SQL login'],
    [{ authentication: 'sql', user: 'u' }, 'password', 'password'],
    [{ encrypt: 'strict', driver: 'ODBC Driver 17 for SQL Server' }, 'encrypt', 'needs driver 18'],
    [{ certificateName: 'x', driver: 'ODBC Driver 17 for SQL Server' }, 'certificateName', 'needs driver 18'],
  ] as const)('with %j is refused at %s', (change, field, words) => {
    const problems = connectionProblems({ ...good, ...change }, false);
    expect(problems[field]).toContain(words);
  });

  it('needs no password again where one is stored', () => {
    const sql: ConnectionDraft = { ...good, authentication: 'sql', user: 'u' };
    expect(connectionProblems(sql, true)).toEqual({});
    expect(connectionProblems(good, false)).toEqual({});
  });

  it('trusts nobody unchecked where the certificate is checked anyway or nothing is encrypted', () => {
    const trusting: ConnectionDraft = { ...good, certificate: 'trust' };
    expect(connectionOfDraft(trusting).trustServerCertificate).toBe(true);
    for (const encrypt of ['strict', 'no'] as const) {
      expect(connectionOfDraft({ ...trusting, encrypt }).trustServerCertificate).toBe(false);
    }
  });
});
