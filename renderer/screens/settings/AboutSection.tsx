import { Link } from '@fluentui/react-components';
import { useHostRequest } from '../../api/useHostRequest.ts';
import { Facts } from '../../components/Facts.tsx';
import { Loading } from '../../components/Loading.tsx';
import { newerWords } from '../../components/releaseWords.ts';
import { useAppStore } from '../../store/StoreContext.tsx';
import { SectionHeading } from './SectionHeading.tsx';

const hosts = { desktop: 'Desktop window', browser: 'Browser on this computer' } as const;
const kinds = { sample: 'sample company', live: 'company on SQL Server' } as const;

/** Which Plumbline this is. */
export function AboutSection() {
  const info = useAppStore((state) => state.info);
  const release = useHostRequest('release.get', {}).value;
  return (
    <>
      <SectionHeading title="About">
        Plumbline keeps Sage 100 Contractor and Clearstory true to each other, to the cent.
      </SectionHeading>
      {info === null ? (
        <Loading label="Asking Plumbline about itself" />
      ) : (
        <>
          <Facts
            title="This installation"
            facts={[
              ['Version', info.version],
              ...(release === null ? [] : [['Newer version', newerWords(release)] as const]),
              ['Company', `${info.company} (${kinds[info.companyKind]})`],
              ['Shown in', hosts[info.host]],
              ['Person', `${info.person}: the name that History and Sage show for what you do here`],
              ['Time zone', info.timeZone],
            ]}
          />
          <Facts
            title="Help"
            facts={[
              ['On every screen', <HelpLink key="help" to="" words="Help, at the lower left, or F1" />],
              ['Messages', <HelpLink key="messages" to="/messages" words="What each message means and what to do" />],
              ['For IT', <HelpLink key="it" to="/it" words="Installing, connecting, running unattended" />],
              [
                'Security',
                <HelpLink key="security" to="/security" words="What is protected against whom, and what is not" />,
              ],
            ]}
          />
          <Facts
            title="Licence"
            facts={[
              ['Plumbline', 'All rights reserved. The terms are in the file LICENSE.'],
              ['Made with', 'Open-source components, each under its own licence, which is kept beside it.'],
              [
                'Names',
                'Sage 100 Contractor, Clearstory and Procore are names of their owners, who have no part in Plumbline.',
              ],
            ]}
          />
        </>
      )}
    </>
  );
}

function HelpLink({ to, words }: { readonly to: string; readonly words: string }) {
  return (
    <Link inline href={`#/help${to}`}>
      {words}
    </Link>
  );
}
