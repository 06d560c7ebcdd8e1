import type { Answer } from '@/framework/api/answer';
import type { components } from '@/framework/api/schema';
import { http } from '@/framework/api/http';
import type { CountedPage } from '@/framework/usePagedList';

type Schema = components['schemas'];

export type CourseStatus = 'Draft' | 'Published';
export const questionKinds = ['SingleChoice', 'MultipleChoice', 'TrueFalse', 'ShortAnswer', 'Numerical'] as const;
export type QuestionKind = (typeof questionKinds)[number];
export type CompletionRule = 'Passed' | 'Completed';

export type CourseListItem = Answer<Schema['CourseListItemDto']>;

export type LessonListItem = Answer<Schema['LessonListItemDto']>;

export type Course = Answer<Schema['CourseDto']>;

export type Lesson = Answer<Schema['LessonDto']>;

export type Advice = Answer<Schema['QuestionAdviceDto']>;

export type Question = Answer<Schema['QuestionDto']>;

export type GiftIssue = Answer<Schema['GiftIssueDto']>;

export type QuestionImport = Omit<Answer<Schema['QuestionImportDto']>, 'questions'> & { questions: (Answer<Schema['ImportedQuestionDto']> & { action: 'Create' | 'Update' | 'Nothing' })[] };

export type CatalogueCourse = Answer<Schema['CatalogueCourseDto']>;

export const permissions = {
  courses: 'Learning.Courses',
  write: 'Learning.Courses.Write',
  publish: 'Learning.Courses.Publish',
  learn: 'Learning.Tasks.Check',
} as const;

const root = '/api/learning';

export const coursesApi = {
  catalogue: async () => (await http.get<{ items: CatalogueCourse[] }>(`${root}/catalogue`, undefined, { hub: true })).items,
  ownCatalogue: async () => (await http.get<{ items: CatalogueCourse[] }>(`${root}/catalogue`)).items,
  list: (skipCount: number) => http.get<CountedPage<CourseListItem>>(`${root}/course`, { skipCount, maxResultCount: 50 }),
  get: (id: string) => http.get<Course>(`${root}/course/${id}`),
  create: (title: string) => http.post<Course>(`${root}/course`, { title, summary: '', language: 'fr' }),
  update: (course: Course) => http.put<Course>(`${root}/course/${course.id}`, course),
  publish: (id: string) => http.post<Course>(`${root}/course/${id}/publish`),
  unpublish: (id: string) => http.post<Course>(`${root}/course/${id}/unpublish`),
};

export const lessonsApi = {
  get: (id: string) => http.get<Lesson>(`${root}/lesson/${id}`),
  create: (courseId: string, title: string) => http.post<Lesson>(`${root}/lesson`, { courseId, title, aim: '', minutes: 5, completionRule: 'Completed' }),
  update: (lesson: Lesson) => http.put<Lesson>(`${root}/lesson/${lesson.id}`, lesson),
  move: (id: string, position: number) => http.post(`${root}/lesson/${id}/move`, { position }),
  delete: (id: string) => http.delete(`${root}/lesson/${id}`),
  tasks: async () => (await http.get<{ items: string[] }>(`${root}/lesson/tasks`)).items,
};

export const questionsApi = {
  list: (courseId: string, lessonId: string) => http.get<CountedPage<Question>>(`${root}/question`, { courseId, lessonId, maxResultCount: 100 }),
  delete: (id: string) => http.delete(`${root}/question/${id}`),
  import: (lessonId: string, gift: string, dryRun: boolean) => http.post<QuestionImport>(`${root}/question/import`, { lessonId, gift, dryRun }),
  gift: (courseId: string) => http.get<{ fileName: string; gift: string; losses: GiftIssue[] }>(`${root}/question/${courseId}/gift`),
};
