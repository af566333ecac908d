-- One row per recording. Values stand in columns; source, source_at name the source of most of them, field_sources (JSON) of the others.
create table track (
    id integer primary key,
    track_key text not null unique,
    artist_key text not null,
    song text not null,
    search text not null,
    title text not null,
    artists text not null,
    album text,
    released text,
    genre text,
    spotify_id text,
    isrc text,
    explicit integer,
    popularity double precision,
    available_markets integer,
    duration_ms double precision,
    danceability double precision,
    energy double precision,
    musical_key integer,
    mode integer,
    loudness_db double precision,
    speechiness double precision,
    acousticness double precision,
    instrumentalness double precision,
    liveness double precision,
    valence double precision,
    tempo_bpm double precision,
    time_signature integer,
    source text not null,
    source_at bigint not null,
    field_sources text
);
create index track_artist on track (artist_key);
create index track_song on track (song, popularity);

-- Every name a recording was met under: isrc:…, spotify:…, and key:… where a key was merged into another.
create table track_alias (
    alias text primary key,
    track_id integer not null references track (id) on delete cascade
) without rowid;
create index track_alias_track on track_alias (track_id);

create virtual table track_search using fts5 (search, content = 'track', content_rowid = 'id', tokenize = 'trigram case_sensitive 1', detail = none);
create virtual table track_trigram using fts5vocab (track_search, 'row');
create trigger track_search_insert after insert on track begin
    insert into track_search (rowid, search) values (new.id, new.search);
end;
create trigger track_search_delete after delete on track begin
    insert into track_search (track_search, rowid, search) values ('delete', old.id, old.search);
end;
create trigger track_search_update after update of search on track begin
    insert into track_search (track_search, rowid, search) values ('delete', old.id, old.search);
    insert into track_search (rowid, search) values (new.id, new.search);
end;
