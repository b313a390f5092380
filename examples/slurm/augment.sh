#!/usr/bin/env bash
# An array of eight tasks, each with a GPU: sbatch augment.sh IN OUT
#SBATCH --job-name=mixwell
#SBATCH --array=0-7
#SBATCH --cpus-per-task=8
#SBATCH --mem=8G
#SBATCH --gpus-per-task=1
#SBATCH --time=04:00:00
#SBATCH --requeue
#SBATCH --open-mode=append
#SBATCH --output=mixwell-%A-%a.log
set -euo pipefail

# Threads that decode and encode: as many as the cores that were asked for.
export UV_THREADPOOL_SIZE="${SLURM_CPUS_PER_TASK:-4}"

# The number of the task comes from Slurm. A task that is requeued finishes what is missing.
exec "${MIXWELL:-mixwell}" augment "$1" "$2" \
  --policy timm:rand-m9-mstd0.5-inc1 --policy cutmix --shards "${SHARDS:-1000}"
