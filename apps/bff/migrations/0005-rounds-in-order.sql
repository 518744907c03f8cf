-- Two rounds of corrections within one moment keep their order.
alter table corrections add column seq bigint generated always as identity;
