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

## Aurora와 미러링한 MySQL: 수치

contrast-aurora = Aurora
contrast-mirrored = 미러링한 MySQL
contrast-transactions = 트랜잭션 수
contrast-ios = 트랜잭션당 데이터베이스 노드의 I/O
contrast-node-ios = 트랜잭션당 스토리지 노드 한 대의 I/O
contrast-bytes = 트랜잭션당 데이터베이스 노드가 쓰는 바이트
contrast-latency =
    { $rank ->
        [50] 커밋 지연 시간, 중앙값
       *[other] 커밋 지연 시간, { $rank }백분위수
    }
contrast-waiting = 응답을 기다리는 요청
contrast-value = { $value }
contrast-none = –
contrast-more = { $times }배
contrast-less = { $times }분의 1
contrast-published = 논문: { $aurora } 대 { $mirrored }, { $times }배 차이
contrast-published-node = 논문: { $times }배 차이
contrast-run = 시뮬레이션 시간 { $span }, 시드 { $seed }.
contrast-aurora-only = 명령 { $count }개는 Aurora의 구성 요소에만 관련되며, 미러링한 MySQL에는 대응하는 것이 없습니다.

## 모델에 넣은 것과 뺀 것

contrast-same = 같은 클라이언트가 같은 순서로 같은 것을 요청합니다. 지연과 디스크도 양쪽이 같습니다.
contrast-counted = I/O 한 번에는 최대 한 페이지(16 KiB)가 실립니다. Aurora는 사본마다 보내는 배치를, MySQL은 블록 쓰기를 셉니다. 블록 쓰기는 그 뒤 디스크 네 대에 모두 갑니다.
contrast-modelled = MySQL에서 모델링한 것: 리두 로그와 바이너리 로그의 그룹 커밋, 페이지 이중 쓰기, 리두 로그가 가득 찼을 때 페이지 쓰기를 기다리는 것, 모두 캐시에 있는 100 GB 테이블.
contrast-left-out = 양쪽 모두 뺀 것: 프로세서, 잠금, 디스크 읽기. 여기서 트랜잭션은 행 하나이지만, 논문의 측정에서는 여러 문으로 되어 있습니다.
contrast-lag-rate = 쓰기/초
contrast-lag-reader = Aurora 리더
contrast-lag-longest = 최대
contrast-lag-logical = 논리 복제본
contrast-lag-backlog = 미적용
contrast-lag-published = 논문(Aurora, MySQL)
contrast-lag-both = { $aurora }, { $mysql }
contrast-lag-note = Aurora 리더는 메모리에 있는 페이지에 redo를 적용할 뿐이며, 지연은 실행 중의 중앙값입니다. 논리 복제본은 모든 트랜잭션을 하나씩 다시 실행하며, 지연은 끝난 시점의 값입니다. 적용할 수 있는 양을 넘으면 부하가 이어지는 한 지연도 계속 늘어납니다. 기본 인스턴스는 요청을 감당하는 것으로 봅니다.

## 미러링한 MySQL의 구성 요소

mirrored-instance = 기본 인스턴스
    .everyday = 점장
mirrored-volume = 기본 인스턴스의 EBS 볼륨
    .everyday = 점장의 금고
mirrored-mirror = 기본 볼륨의 미러
    .everyday = 점장 금고의 예비 금고
mirrored-standby = 대기 인스턴스
    .everyday = 다른 건물의 대리
mirrored-standby-volume = 대기 인스턴스의 EBS 볼륨
    .everyday = 대리의 금고
mirrored-standby-mirror = 대기 볼륨의 미러
    .everyday = 대리 금고의 예비 금고
mirrored-object-store = 객체 스토리지
    .everyday = 문서고
mirrored-under-way = { $count }건 진행 중
mirrored-commits = 리두 대기 { $redo }건, 바이너리 로그 대기 { $binlog }건, 리두 로그 공간 대기 { $held }건

## 쓰는 것

mirrored-redo = 리두 로그
    .everyday = 일지
mirrored-binlog = 바이너리 로그
    .everyday = 둘째 일지
mirrored-double-write = 이중 쓰기 페이지
    .everyday = 바인더의 예비본
mirrored-page = 페이지
    .everyday = 바인더
mirrored-metadata = 테이블 메타데이터
    .everyday = 차례
mirrored-write = { $kind }, { $bytes }바이트(쓰기 { $write })
    .everyday = { $kind }(배달 { $write })
mirrored-done = 쓰기 { $write } 완료 알림
    .everyday = 배달 { $write }의 보관증
mirrored-archive = 바이너리 로그 { $bytes }바이트
    .everyday = 지난 일지

## 일어나는 일

mirrored-persisted = { JOSA($part, "이/가") } 쓰기 { $write }번을 디스크에 저장했습니다.
    .everyday = { $part }에 배달 { $write }번이 들어갔습니다.
mirrored-pair-done = 쓰기 { $write }번이 볼륨과 그 미러에 있습니다. 이제 대기 인스턴스로 갑니다.
    .everyday = 배달 { $write }번이 이쪽 두 금고에 들어갔습니다. 이제야 다른 건물로 갑니다.
mirrored-chain-done = 쓰기 { $write }번이 디스크 네 대에 모두 있습니다.
    .everyday = 배달 { $write }번이 네 금고에 모두 들어갔습니다.
mirrored-stopped = { JOSA($part, "이/가") } 멈췄습니다. 어떤 쓰기도 끝나지 못합니다.
    .everyday = { $part } 쪽을 쓸 수 없습니다. 새것은 아무것도 안전해지지 못합니다.
mirrored-restarted = { JOSA($part, "이/가") } 다시 작동합니다. 디스크의 내용은 그대로입니다.
    .everyday = { $part } 쪽을 다시 쓸 수 있습니다.
mirrored-slowed =
    { $times ->
        [1] { $part }의 쓰기가 평소 속도로 돌아왔습니다.
       *[other] { $part }의 쓰기에 이제 평소의 { $times }배 시간이 걸립니다.
    }
mirrored-pages-changed = “{ $request }”: 메모리의 페이지를 바꾸고(새로 { $pages }개) 커밋을 기다립니다.
    .everyday = “{ $request }”: 책상 위 바인더에 적고 일지를 기다립니다.
mirrored-held = “{ $request }”: 기다려야 합니다. 페이지를 쓸 때까지 리두 로그가 가득 차 있습니다.
    .everyday = “{ $request }”: 기다려야 합니다. 바인더를 치울 때까지 일지에 자리가 없습니다.
mirrored-prepared = 트랜잭션 { $count }건의 리두가 영속화되었습니다. 다음은 바이너리 로그입니다.
    .everyday = 서류 { $count }건의 일지가 안전합니다. 다음은 둘째 일지입니다.
mirrored-committed = “{ $request }”: 커밋되었습니다. 두 로그가 디스크 네 대에 모두 있습니다.
    .everyday = “{ $request }”: 안전합니다. 두 일지가 네 금고에 모두 있습니다.
mirrored-read = “{ $request }”: 메모리에서 응답했습니다.
    .everyday = “{ $request }”: 책상 위의 것을 보고 답했습니다.
mirrored-flush = 페이지 { $count }개를 쓰기 시작했습니다. 모두 두 번씩 씁니다.
    .everyday = 바인더 { $count }권을 치우기 시작했습니다. 먼저 한 권씩 예비본을 둡니다.
mirrored-checkpoint = 페이지가 제자리에 있습니다. { $to } 이전의 리두 공간이 비었습니다.
    .everyday = 바인더를 다 치웠습니다. 일지에 다시 자리가 있습니다.

## 할 수 없는 일

mirrored-refuse-chain = { $part } 쪽은 멈추거나 느리게 할 수 없습니다.
mirrored-refuse-stopped = { JOSA($part, "은/는") } 이미 멈춰 있습니다.
mirrored-refuse-running = { JOSA($part, "은/는") } 작동하고 있습니다.
mirrored-refuse-same = 링크에는 두 끝이 필요합니다. 지금은 둘 다 { $part }입니다.
