# 본 실행과 별도의 두 실험: 사본 방식마다 쿼럼을 잃는 빈도, 그리고 Aurora와 미러링한 MySQL의 비교.

## 내구성: 전제

durability-repair = { $gigabytes } GB 세그먼트를 { $gigabits } Gbit/s 링크로 다시 복사하는 데 { $span } 걸립니다.
durability-rates = 전제: 사본은 { $copy }일에 한 번 고장 나고, 가용 영역은 { $zone }일에 한 번 { $span } 동안 멈춥니다. 모두 우연히, 서로 무관하게 일어납니다.
durability-study = 보호 그룹 하나를 방식마다 { $years }년씩 시뮬레이션, 시드 { $seed }. 괄호 안은 95% 신뢰 구간입니다.

## 내구성: 방식

durability-aurora = Aurora: 세 가용 영역에 사본 { $copies }개, 쓰기 { $write }개, 읽기 { $read }개
durability-two-of-three = 가용 영역마다 하나씩 사본 { $copies }개, 쓰기 { $write }개, 읽기 { $read }개
durability-mirrored = 미러 디스크: 두 가용 영역에 사본 { $copies }개, 쓰기 { $write }개, 읽기 { $read }개

## 내구성: 세는 것

durability-writes-lost = 쓰기 쿼럼 상실
durability-reads-lost = 읽기 쿼럼 상실
durability-reads-lost-in-one-zone = 그중 멈춘 가용 영역이 하나 이하(데이터 위험)
durability-without-writes = 쓸 수 없는 시간
durability-without-reads = 읽기 쿼럼이 없는 시간
durability-az-plus-one-readable = 가용 영역 하나와 사본 하나를 더 잃으면: 모두 읽을 수 있고 쓰기는 기다림
durability-az-plus-one-lost = 가용 영역 하나와 사본 하나를 더 잃으면: 읽기 쿼럼 없음

## 내구성: 빈도와 시간

durability-once = { $years }년에 한 번({ $soon }~{ $late }년)
durability-often = { $years }년에 { $count }번({ $low }~{ $high }번)
durability-never = 관측되지 않음: { $years }년에 한 번 미만
durability-time = 1년에 { $span }
durability-no-time = 1년에 1마이크로초 미만
