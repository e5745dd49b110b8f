-- Why: the weekly digest sums up what came back, what was asked again and how both sides rate the hand-offs, by when it happened.

create index handoff_questions_at on handoff_questions (at);
create index handoff_ratings_at on handoff_ratings (at);
