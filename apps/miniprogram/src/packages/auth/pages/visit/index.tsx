import { useRouter } from '@tarojs/taro';
import { BookVisit } from '../../_parts/book-visit';
import { ShowVisit } from '../../_parts/show-visit';
import '../../_parts/auth.scss';

/** A meeting: to be booked for somebody (`id`), or one that stands (`visit`). */
export default function Visit() {
  const { visit } = useRouter().params;
  return visit ? <ShowVisit id={visit} /> : <BookVisit />;
}
