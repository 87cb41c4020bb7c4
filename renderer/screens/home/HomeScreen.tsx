import { Loading } from '../../components/Loading.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useAppStore } from '../../store/StoreContext.tsx';

export function HomeScreen() {
  const home = useAppStore((state) => state.home);
  if (home === null) return <Loading label="Reading the status" />;
  return <PageHeader title="Home" sentence={home.sentence} />;
}
