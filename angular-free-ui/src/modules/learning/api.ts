import { http } from '@/framework/api/http';
import type { CountedPage } from '@/framework/usePagedList';

export type CourseStatus = 'Draft' | 'Published';
export const questionKinds = ['SingleChoice', 'MultipleChoice', 'TrueFalse', 'ShortAnswer', 'Numerical'] as const;
export type QuestionKind = (typeof questionKinds)[number];
export type CompletionRule = 'Passed' | 'Completed';

export interface CourseListItem {
  id: string;
  title: string;
  slug: string;
  summary: string;
  status: CourseStatus;
  lessonCount: number;
  minutes: number;
  lastModificationTime: string | null;
}

export interface LessonListItem {
  id: string;
  title: string;
  slug: string;
  aim: string;
  minutes: number;
  questionCount: number;
  taskName: string | null;
}

export interface Course {
  id: string;
  title: string;
  slug: string;
  summary: string;
  language: string;
  status: CourseStatus;
  concurrencyStamp: string;
  lessons: LessonListItem[];
}

export interface Lesson extends LessonListItem {
  courseId: string;
  document: string;
  completionRule: CompletionRule;
  passRatio: number;
  taskText: string | null;
  concurrencyStamp: string;
}

export interface Advice {
  code: string;
  message: string;
  path: string;
}

export interface Question {
  id: string;
  courseId: string;
  lessonId: string;
  position: number;
  externalId: string | null;
  version: number;
  content: { kind: QuestionKind; title: string; text: { value: string; format: string }; mark: number };
  advice: Advice[];
  concurrencyStamp: string;
}

export interface GiftIssue {
  line: number;
  column: number;
  code: string;
  message: string;
  detail: string;
}

export interface QuestionImport {
  dryRun: boolean;
  created: number;
  updated: number;
  unchanged: number;
  questions: { line: number; kind: QuestionKind; text: string; action: 'Create' | 'Update' | 'Nothing'; advice: Advice[] }[];
  issues: GiftIssue[];
}

export interface CatalogueCourse {
  id: string;
  slug: string;
  title: string;
  summary: string;
  language: string;
  minutes: number;
  lessons: { id: string; slug: string; title: string; minutes: number; isDone: boolean; hasTask: boolean; isTaskDone: boolean }[];
  isDone: boolean;
}

export const permissions = {
  courses: 'Learning.Courses',
  write: 'Learning.Courses.Write',
  publish: 'Learning.Courses.Publish',
  learn: 'Learning.Tasks.Check',
} as const;

const root = '/api/learning';

export const coursesApi = {
  catalogue: async () => (await http.get<{ items: CatalogueCourse[] }>(`${root}/catalogue`)).items,
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
