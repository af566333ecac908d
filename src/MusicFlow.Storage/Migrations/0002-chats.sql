-- A chat is (platform, chat_id, topic_id); topic_id is empty where there are no topics. A person is (platform, person_id).
create table question (
    platform text not null,
    chat_id text not null,
    topic_id text not null,
    person_id text not null,
    text text not null,
    track_id bigint references track (id) on delete set null,
    asked_at bigint not null,
    primary key (platform, chat_id, topic_id, person_id)
);
create index question_asked_at on question (asked_at);
create index question_person on question (platform, person_id);

-- Which track a person means by a text.
create table track_choice (
    platform text not null,
    person_id text not null,
    text text not null,
    track_id bigint not null references track (id) on delete cascade,
    primary key (platform, person_id, text)
);

create table top_song (
    platform text not null,
    chat_id text not null,
    topic_id text not null,
    track_id bigint not null references track (id) on delete cascade,
    title text not null,
    artist text not null,
    streams double precision not null,
    predicted_at bigint not null,
    primary key (platform, chat_id, topic_id, track_id)
);

create table chat_settings (
    platform text not null,
    chat_id text not null,
    topic_id text not null,
    language text,
    is_quiet integer not null,
    primary key (platform, chat_id, topic_id)
);
