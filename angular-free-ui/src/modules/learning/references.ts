import { matching, type FindTargets } from '@/framework/references';
import { coursesApi } from './api';

/** Courses of the catalogue, for the documents that show them. */
export const findCourses: FindTargets = async (query) => {
  const courses = await coursesApi.catalogue();
  return matching(
    courses.map((course) => ({ address: `course:${course.slug}`, title: course.title, detail: course.summary })),
    query,
  );
};
